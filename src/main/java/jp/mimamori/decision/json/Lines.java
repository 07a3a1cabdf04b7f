package jp.mimamori.decision.json;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of bytes into lines without ever holding more than one of them. */
final class Lines {

    /** A longer line is no fact of ours. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1024];
    private int length;
    private boolean tooLong;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int start = at;
            int stop = start;
            byte[] bytes = buffer; // at hand: this loop sees every byte
            int last = end;
            while (stop < last && bytes[stop] != '\n') {
                stop++;
            }
            at = stop;
            append(start, stop - start);
            if (at < end) {
                at++;
                break;
            }
        }
        if (any) {
            number++;
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = in.read(buffer);
        return end > 0;
    }

    private void append(int start, int count) {
        if (length + count > LONGEST) {
            tooLong = true;
            return;
        }
        if (length + count > line.length) {
            line = java.util.Arrays.copyOf(line, Math.max(length + count, line.length * 2));
        }
        System.arraycopy(buffer, start, line, length, count);
        length += count;
    }

    /** The line as it stands, valid until the next one is read; use {@link #start} and {@link #length}. */
    byte[] bytes() {
        return line;
    }

    /** Where the line begins: behind the byte order mark that some editors put first. */
    int start() {
        boolean marked = number == 1 && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    int length() {
        return length - start();
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = start(); i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return !tooLong;
    }

    /** From 1. */
    long number() {
        return number;
    }
}
