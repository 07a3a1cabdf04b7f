package jp.mimamori.imports;

import org.jspecify.annotations.Nullable;

/** A fault of ours kept an upload from being read; the log has the cause under its number. */
public final class UnreadUploadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadUploadException(long upload, @Nullable Throwable cause) {
        super("upload " + upload + " could not be read", cause);
    }
}
