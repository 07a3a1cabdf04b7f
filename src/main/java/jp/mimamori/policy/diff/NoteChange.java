package jp.mimamori.policy.diff;

import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/**
 * A text in the workbooks that decides nothing: a note, a line of the version sheet, a title.
 *
 * @param what what the line is about: a rule number, the first cell of a version sheet's line; empty where it has no name
 * @param from the text in the first edition; null where it is new
 * @param to   the text in the second edition; null where it is gone
 */
public record NoteChange(Kind kind, String what, @Nullable Place before, @Nullable Place after, @Nullable String from,
        @Nullable String to) {
}
