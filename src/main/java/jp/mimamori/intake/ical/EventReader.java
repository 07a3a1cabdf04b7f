package jp.mimamori.intake.ical;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.Range;
import biweekly.property.Attendee;
import biweekly.property.Categories;
import biweekly.property.TextProperty;
import biweekly.util.ICalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.intake.ical.CalendarEvent.Fault;
import org.jspecify.annotations.Nullable;

/** One event of the library made one of ours. */
final class EventReader {

    private EventReader() {
    }

    /**
     * @param doubt a property of the event that could not be read; null where there is none
     * @param moved repetitions that other events stand for
     */
    static CalendarEvent read(VEvent event, int line, @Nullable String doubt, Occurrences occurrences, ICalendar calendar,
            Set<ICalDate> moved) {
        List<String> categories = new ArrayList<>();
        for (Categories some : event.getCategories()) {
            some.getValues().stream().map(String::strip).filter(text -> !text.isEmpty()).forEach(categories::add);
        }
        List<String> people = event.getAttendees().stream().map(Attendee::getCommonName)
                .flatMap(Stream::ofNullable).map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
        boolean cancelled = event.getStatus() != null && event.getStatus().isCancelled();
        Fault fault = fault(event, doubt, calendar);
        Occurrences.Written written = fault != null || cancelled ? Occurrences.Written.NONE
                : occurrences.of(event, calendar, moved);
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
        boolean range = event.getRecurrenceId() != null && event.getRecurrenceId().getRange() == Range.THIS_AND_FUTURE;
        return range ? Fault.FROM_HERE_ON : null;
    }

    private static String text(@Nullable TextProperty property) {
        return property == null || property.getValue() == null ? "" : property.getValue().strip();
    }
}
