package jp.mimamori.imports;

/** A fault of ours kept an upload from being read; the log has the cause under its number. */
public final class UnreadUploadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadUploadException(long upload, Throwable cause) {
        super("upload " + upload + " could not be read", cause);
    }
}
