package jp.mimamori.settings;

import java.io.Serial;
import jp.mimamori.language.Language;
import jp.mimamori.trace.Issue;

/** A vocabulary file that cannot be used as it stands (exit status 4): which file, line and cell, and what may stand there. */
public final class VocabularyException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Issue issue;

    VocabularyException(Issue issue, Exception cause) {
        super(issue.place().text() + ": " + issue.message().in(Language.EN), cause);
        this.issue = issue;
    }

    public Issue issue() {
        return issue;
    }
}
