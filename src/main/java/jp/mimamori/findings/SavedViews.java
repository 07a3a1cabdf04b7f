package jp.mimamori.findings;

import java.util.List;

/** The views that people keep, and the columns each has chosen. Nobody changes another's. */
public interface SavedViews {

    /** The views {@code account} sees: its own, then what others share, by name. */
    List<SavedView> seenBy(String account);

    /** Keeps a view; one of that name of the account's own is replaced. */
    SavedView keep(String account, String name, String question, boolean shared);

    /** @return whether it was there, the account's own, and the name was free */
    boolean rename(String account, long id, String name, boolean shared);

    /** @return whether it was there and the account's own */
    boolean remove(String account, long id);

    /** The columns {@code account} has chosen, in their order; empty where it never did. */
    List<String> columns(String account);

    void columns(String account, List<String> columns);
}
