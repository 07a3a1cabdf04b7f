package jp.mimamori.windows;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a kept plan without opening it.
 *
 * @param edition     grows with every change by hand
 * @param asOf        the day its decisions hold for
 * @param by          who asked for it
 * @param how         how it came about
 * @param published   who told people about it, when and with what note; null before
 */
public record PlanHead(long id, State state, long edition, LocalDate asOf, String by, Instant at, How how, @Nullable Telling published) {

    /** What it is now. */
    public enum State {
        /** Being worked on; one at a time. */
        DRAFT,
        /** What people have been told; one at a time. */
        PUBLISHED,
        /** Was published until another was. */
        EARLIER,
        /** Was a draft until another was made. */
        SET_ASIDE
    }

    /** How a plan came about. */
    public enum How { NEW, CONTINUED, FIRST_ANSWER, REPLANNED, OPENED }

    /** Who published it. */
    public record Telling(String by, Instant at, String note) {
    }
}
