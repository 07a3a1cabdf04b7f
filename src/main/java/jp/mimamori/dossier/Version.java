package jp.mimamori.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a record was from one import or change by hand to the next.
 *
 * @param run    the import or change that brought it
 * @param by     the account that did it
 * @param asOf   the day its reading holds for
 * @param byHand whether no file was brought in
 * @param closed the import or change that ended it without another version; null where it stands or was replaced
 */
public record Version<T extends Record>(long run, String by, Instant at, LocalDate asOf, boolean byHand, T value, @Nullable Ending closed) {

    /** Who ended it, and when. */
    public record Ending(long run, String by, Instant at) {
    }
}
