package jp.mimamori.intake.ical;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import biweekly.property.Categories;
import biweekly.property.TextProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.mimamori.intake.ical.CalendarEvent.Fault;
import org.jspecify.annotations.Nullable;

/** One event of the library made one of ours. */
final class EventReader {

    private EventReader() {
    }

    /**
     * @param doubt a property of the event that could not be read; null where there is none
     * @param series what it belongs to; null where it has no id to belong by
     */
    static CalendarEvent read(VEvent event, int line, @Nullable String doubt, Occurrences occurrences, ICalendar calendar,
            @Nullable Series series) {
        List<String> categories = new ArrayList<>();
        for (Categories some : event.getCategories()) {
            some.getValues().stream().map(String::strip).filter(text -> !text.isEmpty()).forEach(categories::add);
        }
        List<String> people = event.getAttendees().stream().map(Attendee::getCommonName)
                .flatMap(Stream::ofNullable).map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
        boolean cancelled = event.getStatus() != null && event.getStatus().isCancelled();
        Fault fault = fault(event, doubt, calendar);
        Occurrences.Written written = fault != null || cancelled ? Occurrences.Written.NONE
                : written(event, occurrences, calendar, series);
        boolean allDay = event.getDateStart() != null && event.getDateStart().getValue() != null
                && !event.getDateStart().getValue().hasTime();
        return new CalendarEvent(line, text(event.getSummary()), text(event.getLocation()), categories, people, allDay,
                written.spans(), cancelled, written.endless(), fault != null ? fault : written.fault());
    }

    private static @Nullable Fault fault(VEvent event, @Nullable String doubt, ICalendar calendar) {
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            return Fault.START;
        }
        if (event.getDateStart().getParameters().getTimezoneId() != null
                && calendar.getTimezoneInfo().getTimezone(event.getDateStart()) == null && event.getDateStart().getValue().hasTime()) {
            return Fault.ZONE;
        }
        if (doubt != null) {
            switch (doubt) {
                case "DTSTART":
                    return Fault.START;
                case "DTEND", "DURATION":
                    return Fault.END;
                case "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID":
                    return Fault.RULE;
                default:
                    break;
            }
        }
        return null;
    }

    private static Occurrences.Written written(VEvent event, Occurrences occurrences, ICalendar calendar, @Nullable Series series) {
        if (!Series.changesAllLater(event)) {
            return occurrences.of(event, calendar, series == null || event.getRecurrenceId() != null ? Series.Stretch.ALL : series.of(event));
        }
        VEvent master = series == null ? null : series.master();
        // one that repeats by a rule of its own is another series, and nobody says which of the two holds
        if (series == null || master == null || event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty()
                || master.getDateStart() == null || master.getDateStart().getValue() == null || master.getDateStart().getValue().hasTime() != event.getDateStart().getValue().hasTime()
                || master.getDateStart().getValue().hasTime() != event.getRecurrenceId().getValue().hasTime()) {
            return new Occurrences.Written(List.of(), false, Fault.FROM_HERE_ON);
        }
        return occurrences.later(event, master, calendar, series.of(event));
    }

    private static String text(@Nullable TextProperty property) {
        return property == null || property.getValue() == null ? "" : property.getValue().strip();
    }
}
