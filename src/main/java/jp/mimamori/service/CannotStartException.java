package jp.mimamori.service;

import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;

/** The service cannot start, or its data cannot be used, for a reason that whoever runs it can mend. */
public final class CannotStartException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of thing stands in the way. */
    public enum Reason { PORT, DATA, DATABASE, NEWER, SETTING, POLICY }

    private final Reason reason;
    private final transient Message told;

    CannotStartException(Reason reason, Message told) {
        this(reason, told, null);
    }

    CannotStartException(Reason reason, Message told, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.told = told;
    }

    public Reason reason() {
        return reason;
    }

    /** What stands in the way and what to do about it. */
    public Message told() {
        return told;
    }
}
