package jp.mimamori.decision.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How a table is written down: UTF-8, or CP932 as a Japanese Excel saves it. The result is written in the same way. */
final class TableText {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final int SAMPLE = 1 << 16;

    private final InputStream in;
    private final Charset charset;
    private final boolean marked;

    private TableText(InputStream in, Charset charset, boolean marked) {
        this.in = in;
        this.charset = charset;
        this.marked = marked;
    }

    /** Looks at the beginning of {@code source} only, so that the rest can stream. */
    static TableText of(InputStream source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source, SAMPLE);
        in.mark(SAMPLE);
        byte[] head = in.readNBytes(SAMPLE - 1);
        in.reset();
        boolean marked = head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        if (marked) {
            in.skipNBytes(3);
        }
        return new TableText(in, marked || isUtf8(head) ? StandardCharsets.UTF_8 : CP932, marked);
    }

    /** Whether the bytes are valid; the sample may end within a character. */
    private static boolean isUtf8(byte[] head) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false).isError();
    }

    /** What is not valid in the character set comes out as U+FFFD. */
    Reader reader() {
        return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** Flushed by the caller, never closed: standard output must outlive us. */
    Writer writer(OutputStream out) throws IOException {
        if (marked) {
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        return new OutputStreamWriter(out, charset);
    }
}
