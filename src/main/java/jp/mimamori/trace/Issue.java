package jp.mimamori.trace;

import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * A problem or an assumption, told to the person who can mend it.
 *
 * @param code     a stable code such as {@code INTAKE-004}; the same code always has the same meaning
 * @param severity what became of the row
 * @param place    where it stands
 * @param column   the header of the column, as the sheet writes it; null where no column is meant
 * @param value    the value as the sheet writes it; null where no value is meant
 * @param message  subject (value) rule. Remedy.
 */
public record Issue(String code, Severity severity, Place place, @Nullable String column, @Nullable String value,
        Message message) {
}
