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
import java.util.TimeZone;
import jp.mimamori.intake.ical.CalendarEvent.Fault;
import jp.mimamori.intake.ical.CalendarEvent.Span;
import jp.mimamori.intake.ical.Series.Stretch;
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

    /** Those of one event that lie in {@code stretch}. */
    Written of(VEvent event, ICalendar calendar, Stretch stretch) {
        return of(event, event, Duration.ZERO, calendar, stretch);
    }

    /**
     * Those of a series from {@code event} on, which changes all later ones: as much sooner or later as it is itself, and as long.
     *
     * @param master the event that says how the series repeats
     */
    Written later(VEvent event, VEvent master, ICalendar calendar, Stretch stretch) {
        ICalDate start = event.getDateStart().getValue();
        if (!start.hasTime() && !isDay(start)) {
            return new Written(List.of(), false, Fault.START);
        }
        Duration shift = Duration.between(local(event.getRecurrenceId().getValue()), local(start));
        return of(event, master, shift, calendar, stretch);
    }

    private LocalDateTime local(ICalDate date) {
        return date.hasTime() ? LocalDateTime.ofInstant(date.toInstant(), zone) : day(date).atStartOfDay();
    }

    private Written of(VEvent event, VEvent master, Duration shift, ICalendar calendar, Stretch stretch) {
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
        if (event == master && event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
            return new Written(List.of(span(start, allDay, length)), false, null);
        }
        List<Span> spans = new ArrayList<>();
        DateIterator dates = master.getDateIterator(allDay ? TimeZone.getDefault() : zone(master.getDateStart(), calendar));
        // a length's worth earlier, for what began before and still goes on
        dates.advanceTo(Date.from(from.atStartOfDay(zone).toInstant().minus(length).minus(shift.abs()).minus(Duration.ofDays(1))));
        Date end = Date.from(to.atStartOfDay(zone).toInstant().plus(shift.abs()));
        for (int n = 0; dates.hasNext(); n++) {
            Date date = dates.next();
            if (!date.before(end)) {
                return new Written(spans, true, null);
            }
            if (n >= MOST) {
                return new Written(List.of(), false, Fault.TOO_OFTEN);
            }
            if (stretch.has(date)) {
                Span span = span(date, allDay, length);
                spans.add(new Span(span.from().plus(shift), span.to().plus(shift)));
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
