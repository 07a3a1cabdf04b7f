package jp.mimamori.jobs;

import jp.mimamori.language.Language;
import jp.mimamori.language.Message;

/** A job cannot be done, for a reason that its reader can do something about; anything else that is thrown is told as a fault of ours. */
public final class JobFailedException extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient Message told;

    public JobFailedException(Message told) {
        super(told.in(Language.EN));
        this.told = told;
    }

    /** What to tell the reader. */
    public Message told() {
        return told;
    }
}
