package jp.mimamori.intake;

import java.io.Serial;
import jp.mimamori.trace.Issue;

/** A file that cannot be used at all: not a spreadsheet, encrypted, damaged, over a limit, without any table. */
public final class UnusableFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Issue issue;

    public UnusableFileException(Issue issue) {
        super(issue.code());
        this.issue = issue;
    }

    /** Which file, why, and what to do. */
    public Issue issue() {
        return issue;
    }
}
