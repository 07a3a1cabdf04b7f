package jp.mimamori.imports;

import jp.mimamori.language.Message;

/** What was put down or asked for cannot be taken: why, and what to do. */
public final class RefusedUploadException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message why;

    public RefusedUploadException(Message why) {
        super(why.key());
        this.why = why;
    }

    public Message why() {
        return why;
    }
}
