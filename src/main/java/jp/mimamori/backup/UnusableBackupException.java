package jp.mimamori.backup;

import jp.mimamori.language.Message;

/** A backup that cannot be restored; nothing of it was kept. */
public final class UnusableBackupException extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient Message told;

    public UnusableBackupException(Message told) {
        super(told.key());
        this.told = told;
    }

    /** Why, and what to do. */
    public Message told() {
        return told;
    }
}
