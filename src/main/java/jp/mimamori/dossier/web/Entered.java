package jp.mimamori.dossier.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;

/** What stands in the fields of a form, read strictly: what is not understood is told at its field. */
final class Entered {

    private final Map<String, Message> problems;

    /** @param problems takes what is not understood, by the field's name */
    Entered(Map<String, Message> problems) {
        this.problems = problems;
    }

    /** Without what stands around it; null where it is blank. */
    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
    }

    @Nullable LocalDate date(String field, @Nullable String text) {
        String written = text(text);
        if (written == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(written);
            if (date.getYear() >= 1900 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        problems.put(field, Shown.WORDS.message("form.date"));
        return null;
    }

    <E extends Enum<E>> @Nullable E choice(String field, @Nullable String text, Class<E> type) {
        String written = text(text);
        if (written == null) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(written)) {
                return value;
            }
        }
        problems.put(field, Shown.WORDS.message("form.choice"));
        return null;
    }
}
