package jp.mimamori.handback;

import java.io.Serial;
import jp.mimamori.language.Message;

/** A file that was read, but into which nothing can be written. */
public final class NotHandedBackException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient Message why;

    public NotHandedBackException(String file, Message why) {
        super(why.key());
        this.file = file;
        this.why = why;
    }

    public String file() {
        return file;
    }

    public Message why() {
        return why;
    }
}
