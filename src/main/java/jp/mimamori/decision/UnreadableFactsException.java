package jp.mimamori.decision;

import java.io.Serial;
import jp.mimamori.language.Message;

/** A case, written down as a line or a row, that cannot be decided because it cannot be understood: it is answered in its place. */
public final class UnreadableFactsException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Message text;

    /**
     * @param code {@code DECIDE-001} …
     * @param text what is wrong and what to write instead
     */
    public UnreadableFactsException(String code, Message text) {
        super(code, null, false, false); // thrown for every bad line of a long stream: nobody looks at its trace
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public Message text() {
        return text;
    }
}
