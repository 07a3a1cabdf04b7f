package jp.mimamori.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.mimamori.intake.sheet.Refusal;

/** The SHA-256 of a file, by which a report says exactly what it was made from. */
public final class Checksum {

    private Checksum() {
    }

    /**
     * Its hexadecimal digits.
     *
     * @param file what the file is called in issues
     * @throws UnusableFileException where it cannot be read
     */
    public static String of(Path path, String file) throws UnusableFileException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw Refusal.MISSING.of(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
