package jp.mimamori.intake.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell understood.
 *
 * @param value the value; null for a blank, an unknown, or something not understood (which a note then tells)
 * @param notes what was assumed or not understood
 */
public record Parsed<T>(@Nullable T value, List<Note> notes) {

    public Parsed {
        notes = List.copyOf(notes);
    }

    public static <T> Parsed<T> of(@Nullable T value, Note... notes) {
        return new Parsed<>(value, List.of(notes));
    }
}
