package jp.mimamori.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail noted of a change by hand.
 *
 * @param run    the change it was; null where the entry names none
 * @param fields values as they were written down: an enumeration's by its name
 */
public record Noted(@Nullable Long run, List<Field> fields) {

    public Noted {
        fields = List.copyOf(fields);
    }

    /** A field with what stood there before and after. */
    public record Field(String name, @Nullable String before, @Nullable String after) {
    }
}
