package jp.mimamori.cli;

import java.io.Serial;
import java.util.List;
import jp.mimamori.language.Message;

/** Ends a command with an exit status and the lines that tell its reader why and what to do. */
final class Failure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int exit;
    private final transient List<Message> lines;

    Failure(int exit, List<Message> lines) {
        super(null, null, false, false);
        this.exit = exit;
        this.lines = List.copyOf(lines);
    }

    Failure(int exit, Message line) {
        this(exit, List.of(line));
    }

    int exit() {
        return exit;
    }

    List<Message> lines() {
        return lines;
    }
}
