package jp.mimamori.hospital;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keys of records as one segment of an address: letters and digits as they are, every other byte of UTF-8 as {@code _} and two hexadecimal
 * digits. Such a segment needs no escaping, holds nothing that a server or a proxy refuses ({@code %2F}, {@code ..}), and leads back to its
 * key and to no other.
 */
public final class KeyPath {

    private static final HexFormat HEX = HexFormat.of();

    private KeyPath() {
    }

    /** The key as a segment of a path. */
    public static String of(String key) {
        StringBuilder path = new StringBuilder(key.length() + 8);
        for (byte each : key.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) each) || each == '-') {
                path.append((char) each);
            } else {
                path.append('_').append(HEX.toHexDigits(each));
            }
        }
        return path.toString();
    }

    /** The key that {@link #of} makes this segment of; empty where it makes it of none. */
    public static Optional<String> key(String path) {
        ByteBuffer bytes = ByteBuffer.allocate(path.length());
        for (int i = 0; i < path.length(); i++) {
            char each = path.charAt(i);
            if (isPlain(each) || each == '-') {
                bytes.put((byte) each);
            } else if (each == '_' && i + 2 < path.length() && HexFormat.isHexDigit(path.charAt(i + 1)) && HexFormat.isHexDigit(path.charAt(i + 2))) {
                bytes.put((byte) HexFormat.fromHexDigits(path, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            String key = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(bytes.flip()).toString();
            return of(key).equals(path) ? Optional.of(key) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9';
    }
}
