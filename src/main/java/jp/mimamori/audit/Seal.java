package jp.mimamori.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The seal of an entry: SHA-256 over the seal of the entry before it, its number and every field, each with its length in front, so
 * that no two different entries are written alike. Whoever alters, removes or adds an entry has to alter every later one.
 */
public final class Seal {

    /** What stands before the first entry. */
    public static final String ORIGIN = "0".repeat(64);

    private Seal() {
    }

    /** 64 hexadecimal digits. */
    public static String of(String previous, long number, AuditEvent event) {
        MessageDigest digest = sha256();
        field(digest, previous);
        field(digest, Long.toString(number));
        field(digest, Long.toString(event.at().toEpochMilli()));
        field(digest, event.actor());
        field(digest, event.action());
        field(digest, event.subject());
        field(digest, event.detail());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void field(MessageDigest digest, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
