package jp.mimamori.imports;

import java.time.Instant;
import java.util.List;
import jp.mimamori.intake.mapping.Layout;

/** How sheets of the hospital's layouts are read, as somebody has corrected it. */
public interface Mappings {

    /** The newest first. */
    List<Remembered> all();

    /** From now on sheets of that layout are read as {@code layout} says. */
    void remember(String key, String name, Layout layout, String by);

    void forget(long id, String by);

    /**
     * A remembered layout.
     *
     * @param key  its headers: the same for sheets of one layout
     * @param name the sheet it was first corrected on
     */
    record Remembered(long id, String key, String name, Layout layout, String by, Instant at) {
    }
}
