package jp.mimamori.windows;

/** Somebody else has changed the draft in the meantime; nothing of this change was kept. */
public final class StaleEditionException extends Exception {

    private static final long serialVersionUID = 1L;

    public StaleEditionException(long plan, long edition) {
        super("plan " + plan + " is no longer a draft of edition " + edition);
    }
}
