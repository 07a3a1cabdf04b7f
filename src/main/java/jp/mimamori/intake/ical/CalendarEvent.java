package jp.mimamori.intake.ical;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a calendar file.
 *
 * @param line       the line of the file it begins on, from 1
 * @param summary    its title; empty where it has none
 * @param location   where it is; empty where it does not say
 * @param categories its categories, in order
 * @param people     the names of those who take part, in order
 * @param allDay     whether it has days and no hours
 * @param spans      when it takes place, local time of the hospital, repetitions written out; empty for one that is called off
 * @param cancelled  whether it was called off
 * @param endless    whether it goes on repeating after the last day that was looked at
 * @param fault      why it cannot be used; null where it can
 */
public record CalendarEvent(int line, String summary, String location, List<String> categories, List<String> people,
        boolean allDay, List<Span> spans, boolean cancelled, boolean endless, @Nullable Fault fault) {

    public CalendarEvent {
        categories = List.copyOf(categories);
        people = List.copyOf(people);
        spans = List.copyOf(spans);
    }

    /** {@code [from, to)}; {@code from} is {@code to} where the event says no end. */
    public record Span(LocalDateTime from, LocalDateTime to) {
    }

    /** Why the times of an event cannot be used. */
    public enum Fault {
        /** It has no start that can be read. */
        START,
        /** Its end is before its start, or cannot be read. */
        END,
        /** Its rule of repetition, or an exception to it, cannot be read. */
        RULE,
        /** It names a time zone that nobody describes. */
        ZONE,
        /** It repeats too often to be a booking, a visit or a shift. */
        TOO_OFTEN,
        /** It changes all later events of a series that is not in the file, or that is of another kind. */
        FROM_HERE_ON
    }
}
