package jp.mimamori.intake.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the character set of a text. A set is taken only where every byte of the file is valid in it, so that a wrong guess
 * cannot pass unnoticed; the guesser decides only between those that are left.
 */
final class Charsets {

    static final Charset CP932 = Charset.forName("windows-31j");
    static final Charset EUC_JP = Charset.forName("EUC-JP");

    private Charsets() {
    }

    /** The character set {@code bytes} are written in; null where they are valid in none. */
    static @Nullable Charset of(byte[] bytes) {
        Charset marked = byOrderMark(bytes);
        if (marked != null) {
            return marked;
        }
        Charset wide = utf16(bytes);
        if (wide != null) {
            return wide;
        }
        if (isValid(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        boolean cp932 = isValid(bytes, CP932);
        boolean eucJp = isValid(bytes, EUC_JP);
        if (cp932 && eucJp) {
            return guess(bytes).startsWith("EUC") ? EUC_JP : CP932;
        }
        return cp932 ? CP932 : eucJp ? EUC_JP : null;
    }

    /**
     * The character set in which the fewest characters are damaged, for bytes that are valid in none; null where more than a
     * quarter of what is not ASCII would be.
     */
    static @Nullable Charset likeliest(byte[] bytes) {
        Charset best = null;
        long least = Long.MAX_VALUE;
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, CP932, EUC_JP}) {
            String text = new String(bytes, charset);
            long damaged = text.chars().filter(c -> c == 0xFFFD).count();
            long foreign = text.chars().filter(c -> c > 0x7F).count();
            if (damaged * 4 <= foreign && damaged < least) {
                best = charset;
                least = damaged;
            }
        }
        return best;
    }

    /** How many bytes of byte order mark stand in front. */
    static int orderMark(byte[] bytes) {
        Charset marked = byOrderMark(bytes);
        return marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
    }

    /** Whether {@code head} can be the beginning of a text in one of our character sets. */
    static boolean isText(byte[] head) {
        if (byOrderMark(head) != null || utf16(head) != null) {
            return true;
        }
        int control = 0;
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
            if (b > 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != 0x0C && b != 0x1A && b != 0x1B) {
                control++;
            }
        }
        return control * 50 <= head.length;
    }

    private static @Nullable Charset byOrderMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF ? StandardCharsets.UTF_16BE : null;
    }

    /** UTF-16 without a mark: line breaks, separators and digits leave zero bytes on one side only. */
    private static @Nullable Charset utf16(byte[] bytes) {
        int length = Math.min(bytes.length, 8192) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (length < 8 || Math.min(even, odd) > 0 || Math.max(even, odd) * 20 < length / 2) {
            return null;
        }
        Charset charset = even > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        byte[] start = java.util.Arrays.copyOf(bytes, length);
        return isValid(start, charset) && new String(start, charset).chars().noneMatch(Charsets::isStrange) ? charset : null;
    }

    /** Characters that no table holds: binary data read as text is full of them. */
    private static boolean isStrange(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || !Character.isDefined(c)
                || Character.getType(c) == Character.PRIVATE_USE;
    }

    private static boolean isValid(byte[] bytes, Charset charset) {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            decoder.decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String guess(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, 200_000));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null ? "" : name;
    }
}
