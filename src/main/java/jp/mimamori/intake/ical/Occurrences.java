package jp.mimamori.intake.ical;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import jp.mimamori.intake.ical.CalendarEvent.Fault;
import jp.mimamori.intake.ical.CalendarEvent.Span;
import org.jspecify.annotations.Nullable;

/**
 * When events take place, in the hospital's time.
 *
 * @param zone the hospital's
 * @param from what repeats is written out from this day
 * @param to   up to this one, which no longer counts
 */
record Occurrences(ZoneId zone, LocalDate from, LocalDate to) {

    /** More than hourly for a year is no calendar of people. */
    private static final int MOST = 10_000;

    /** The times of one event. */
    record Written(List<Span> spans, boolean endless, @Nullable Fault fault) {

        static final Written NONE = new Written(List.of(), false, null);
    }

    Written of(VEvent event, ICalendar calendar, Set<ICalDate> moved) {
        ICalDate start = event.getDateStart().getValue();
        boolean allDay = !start.hasTime();
        if (allDay && !isDay(start)) {
            return new Written(List.of(), false, Fault.START);
        }
        Duration length;
        try {
            length = length(event, start);
        } catch (DateTimeException | ArithmeticException e) {
            return new Written(List.of(), false, Fault.END);
        }
        if (length.isNegative()) {
            return new Written(List.of(), false, Fault.END);
        }
        if (event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
            return new Written(List.of(span(start, allDay, length)), false, null);
        }
        List<Span> spans = new ArrayList<>();
        DateIterator dates = event.getDateIterator(allDay ? TimeZone.getDefault() : zone(event.getDateStart(), calendar));
        // a length's worth earlier, for what began before and still goes on
        dates.advanceTo(Date.from(from.atStartOfDay(zone).toInstant().minus(length).minus(Duration.ofDays(1))));
        Date end = Date.from(to.atStartOfDay(zone).toInstant());
        for (int n = 0; dates.hasNext(); n++) {
            Date date = dates.next();
            if (!date.before(end)) {
                return new Written(spans, true, null);
            }
            if (n >= MOST) {
                return new Written(List.of(), false, Fault.TOO_OFTEN);
            }
            if (moved.stream().noneMatch(other -> other.getTime() == date.getTime())) {
                spans.add(span(date, allDay, length));
            }
        }
        return new Written(spans, false, null);
    }

    /** Whole days of an event without hours, at least one. */
    private static Duration length(VEvent event, ICalDate start) {
        ICalDate end = event.getDateEnd() == null ? null : event.getDateEnd().getValue();
        if (end != null) {
            return start.hasTime() ? Duration.between(start.toInstant(), end.toInstant())
                    : Duration.ofDays(Math.max(1, ChronoUnit.DAYS.between(day(start), day(end))));
        }
        Duration told = event.getDuration() == null || event.getDuration().getValue() == null ? Duration.ZERO
                : Duration.ofMillis(event.getDuration().getValue().toMillis());
        return start.hasTime() || told.toDays() > 0 ? told : Duration.ofDays(1);
    }

    /** The library lets the 99th month pass. */
    private static boolean isDay(ICalDate date) {
        try {
            return day(date).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate day(ICalDate date) {
        DateTimeComponents raw = date.getRawComponents();
        return raw == null ? LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault())
                : LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
    }

    /** The library gives days as midnights of the machine's own zone. */
    private Span span(Date date, boolean allDay, Duration length) {
        if (allDay) {
            LocalDate day = date instanceof ICalDate raw ? day(raw) : LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault());
            return new Span(day.atStartOfDay(), day.plusDays(length.toDays()).atStartOfDay());
        }
        LocalDateTime from = LocalDateTime.ofInstant(date.toInstant(), zone);
        LocalDateTime to = LocalDateTime.ofInstant(date.toInstant().plus(length), zone);
        // an hour that the clocks show twice must not end before it begins
        return new Span(from, to.isBefore(from) ? from : to);
    }

    private TimeZone zone(DateStart start, ICalendar calendar) {
        TimezoneAssignment told = calendar.getTimezoneInfo().getTimezone(start);
        if (told != null) {
            return told.getTimeZone();
        }
        return TimeZone.getTimeZone(calendar.getTimezoneInfo().isFloating(start) ? zone : ZoneId.of("UTC"));
    }
}
