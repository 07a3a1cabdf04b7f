package jp.mimamori.decision.csv;

import java.io.Serial;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;

/** A table of facts that cannot be decided at all, however its rows may read. */
public final class UnusableTableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message text;

    UnusableTableException(Message text) {
        super(text.in(Language.EN));
        this.text = text;
    }

    /** What is wrong and what to do. */
    public Message text() {
        return text;
    }
}
