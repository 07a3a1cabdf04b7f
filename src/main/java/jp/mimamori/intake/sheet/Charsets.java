package jp.mimamori.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the character set of a text. A set is taken only where every byte of the file is valid in it, so that a wrong guess
 * cannot pass unnoticed; the guesser decides only between those that are left.
 */
final class Charsets {

    static final Charset CP932 = Charset.forName("windows-31j");
    static final Charset EUC_JP = Charset.forName("EUC-JP");

    /** So many bytes are enough for the guesser. */
    private static final int GUESSED = 200_000;

    private Charsets() {
    }

    /** A character set, and how many bytes of byte order mark stand in front. */
    record Found(Charset charset, int mark) {
    }

    /**
     * The character set the text in {@code path} is written in. Where it is valid in none, the one in which the fewest characters are damaged;
     * null where that would be more than a quarter of what is not ASCII.
     */
    static @Nullable Found of(Path path) throws IOException {
        byte[] head = head(path);
        Charset marked = byOrderMark(head);
        if (marked != null) {
            return new Found(marked, marked.equals(StandardCharsets.UTF_8) ? 3 : 2);
        }
        Charset wide = utf16(head);
        Charset found = wide != null ? wide : narrow(path, head);
        return found == null ? null : new Found(found, 0);
    }

    private static @Nullable Charset narrow(Path path, byte[] head) throws IOException {
        if (damaged(path, StandardCharsets.UTF_8, CodingErrorAction.REPORT) == 0) {
            return StandardCharsets.UTF_8;
        }
        boolean cp932 = damaged(path, CP932, CodingErrorAction.REPORT) == 0;
        boolean eucJp = damaged(path, EUC_JP, CodingErrorAction.REPORT) == 0;
        if (cp932 && eucJp) {
            return guess(head).startsWith("EUC") ? EUC_JP : CP932;
        }
        return cp932 ? CP932 : eucJp ? EUC_JP : likeliest(path);
    }

    private static @Nullable Charset likeliest(Path path) throws IOException {
        Charset best = null;
        double least = 0.25;
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, CP932, EUC_JP}) {
            double damaged = damaged(path, charset, CodingErrorAction.REPLACE);
            if (damaged <= 0.25 && (best == null || damaged < least)) {
                best = charset;
                least = damaged;
            }
        }
        return best;
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(GUESSED);
        }
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
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Which share of the characters beyond ASCII is damaged, from 0 to 1. With {@code REPORT} it is 1 at the first one. The file is
     * streamed.
     */
    private static double damaged(Path path, Charset charset, CodingErrorAction action) throws IOException {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
        boolean count = action == CodingErrorAction.REPLACE;
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        long damaged = 0;
        long foreign = 0;
        try (InputStream in = Files.newInputStream(path)) {
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, chars, end);
                    if (result.isError()) {
                        return 1;
                    }
                    for (int i = 0; count && i < chars.position(); i++) {
                        foreign += chars.get(i) > 0x7F ? 1 : 0;
                        damaged += chars.get(i) == 0xFFFD ? 1 : 0;
                    }
                    chars.clear();
                } while (result.isOverflow());
                bytes.compact();
            }
            if (decoder.flush(chars).isError()) {
                return 1;
            }
        }
        return foreign == 0 ? 0 : (double) damaged / foreign;
    }

    private static String guess(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null ? "" : name;
    }
}
