package jp.mimamori.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;

/**
 * Standard output and standard error in the reader's language. On a terminal the terminal's own charset is used, otherwise
 * UTF-8, whatever the default charset is. Progress goes to standard error: one line drawn over and over on a terminal,
 * plain lines otherwise.
 */
final class Terminal {

    private static final long PLAIN_LINE_NANOS = 2_000_000_000L;
    private static final long DRAWN_LINE_NANOS = 100_000_000L;

    private static final int BAR = 20;

    private final Language language;
    private final OutputStream rawOut;
    private final PrintStream out;
    private final PrintStream err;
    private final Charset charset;
    private final boolean draws;
    private boolean summaryToError;
    private long lastProgress = System.nanoTime() - PLAIN_LINE_NANOS;
    private int drawn;

    Terminal(Language language) {
        this.language = language;
        Console console = System.console();
        boolean interactive = console != null && isTerminal(console);
        charset = console != null && interactive ? screen(console.charset()) : StandardCharsets.UTF_8;
        rawOut = new FileOutputStream(FileDescriptor.out);
        out = new PrintStream(rawOut, true, charset);
        err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
        draws = interactive && !"dumb".equals(System.getenv("TERM"));
    }

    /** A terminal that claims ASCII (an unset locale) is a UTF-8 one nowadays. */
    private static Charset screen(Charset claimed) {
        return claimed.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : claimed;
    }

    /** From JDK 22 on there is a console even where both streams are files; only then does it have a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJdk22) {
            return true;
        }
    }

    Language language() {
        return language;
    }

    /** Standard output as bytes, for machine-readable results; the summary goes to standard error from then on. */
    OutputStream takeStandardOutput() {
        summaryToError = true;
        return rawOut;
    }

    /** Whether some of what was said never arrived: a full disk, a reader that went away. */
    boolean isCut() {
        return out.checkError();
    }

    /** Standard output for a library that wants a writer. */
    PrintWriter outWriter() {
        return new PrintWriter(out, true, charset);
    }

    /** Standard error for a library that wants a writer. */
    PrintWriter errWriter() {
        return new PrintWriter(err, true, charset);
    }

    /** A line of the human summary. */
    void say(String line) {
        wipe();
        (summaryToError ? err : out).println(line);
    }

    void say(Message line) {
        say(line.in(language));
    }

    /** A line on standard error. */
    void complain(String line) {
        wipe();
        err.println(line);
    }

    /**
     * How far the work is. Many calls are cheap: few are shown.
     *
     * @param share 0–1; below 0 where nobody knows
     */
    synchronized void progress(Message what, double share) {
        long now = System.nanoTime();
        if (now - lastProgress < (draws ? DRAWN_LINE_NANOS : PLAIN_LINE_NANOS)) {
            return;
        }
        lastProgress = now;
        String text = draws && share >= 0 ? bar(share) + " " + what.in(language) : what.in(language);
        if (draws) {
            err.print("\r" + Columns.pad(text, Math.max(drawn, Columns.width(text))));
            err.flush();
            drawn = Columns.width(text);
        } else {
            err.println(text);
        }
    }

    private static String bar(double share) {
        int filled = (int) Math.round(Math.min(1, share) * BAR);
        return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "]";
    }

    private synchronized void wipe() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }
}
