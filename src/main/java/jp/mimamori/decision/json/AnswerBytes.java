package jp.mimamori.decision.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import tools.jackson.core.io.JsonStringEncoder;

/** Lines of answers on their way out, gathered in one buffer. For one thread; never closes the stream. */
final class AnswerBytes {

    private static final byte[] ID = "{\"id\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    /** The longest id that is looked at byte by byte. */
    private static final int PLAIN = 200;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int length;

    AnswerBytes(OutputStream out) {
        this.out = out;
    }

    /** One answer. */
    void answer(String id, Pieces.Piece piece, @org.jspecify.annotations.Nullable LocalDate due) throws IOException {
        bytes(ID);
        if (id.isEmpty()) {
            bytes(NULL);
        } else {
            quoted(id);
        }
        room(1);
        buffer[length++] = ',';
        bytes(piece.before());
        if (due == null) {
            bytes(NULL);
        } else {
            date(due);
        }
        bytes(piece.after());
        end();
    }

    /** A line of bytes that are ready. */
    void line(byte[] bytes) throws IOException {
        bytes(bytes);
        end();
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
        out.flush();
    }

    private void end() throws IOException {
        room(1);
        buffer[length++] = '\n';
    }

    private void bytes(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length) {
            out.write(buffer, 0, length);
            length = 0;
            out.write(bytes);
            return;
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void room(int count) throws IOException {
        if (length + count > buffer.length) {
            out.write(buffer, 0, length);
            length = 0;
        }
    }

    private void quoted(String text) throws IOException {
        if (text.length() <= PLAIN) {
            room(PLAIN + 2);
            int at = length;
            buffer[at++] = '"';
            int i = 0;
            for (; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                    break;
                }
                buffer[at++] = (byte) c;
            }
            if (i == text.length()) {
                buffer[at++] = '"';
                length = at;
                return;
            }
        }
        bytes(("\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"").getBytes(StandardCharsets.UTF_8));
    }

    private void date(LocalDate date) throws IOException {
        int year = date.getYear();
        if (year < 1000 || year > 9999) {
            bytes(("\"" + date + "\"").getBytes(StandardCharsets.US_ASCII));
            return;
        }
        room(12);
        buffer[length++] = '"';
        digits(year / 100);
        digits(year % 100);
        buffer[length++] = '-';
        digits(date.getMonthValue());
        buffer[length++] = '-';
        digits(date.getDayOfMonth());
        buffer[length++] = '"';
    }

    private void digits(int number) {
        buffer[length++] = (byte) ('0' + number / 10);
        buffer[length++] = (byte) ('0' + number % 10);
    }
}
