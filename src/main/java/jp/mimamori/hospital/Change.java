package jp.mimamori.hospital;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a newer version says of one record.
 *
 * @param before as it is kept; null where it is new
 * @param after  as it was brought in; null where it is gone
 * @param fields the names of the components that differ, in their order; empty where it is new or gone
 */
public record Change<T extends Record>(Kind kind, String key, @Nullable T before, @Nullable T after, List<String> fields) {

    /** What became of it. Nothing is closed because a file no longer names it: that is asked. */
    public enum Kind { NEW, CHANGED, GONE }

    public Change {
        fields = List.copyOf(fields);
    }
}
