package jp.mimamori.intake;

import java.util.List;
import jp.mimamori.intake.ical.CalendarEvent;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import jp.mimamori.trace.Source;

/** One event of a calendar file, and whether it was set aside. Its place is the line it begins on. */
final class EventRow {

    private final CalendarEvent event;
    private final String calendar;
    private final String file;
    private final List<Issue> issues;
    private boolean setAside;

    /** @param calendar what the calendar calls itself; empty where it does not say */
    EventRow(CalendarEvent event, String calendar, String file, List<Issue> issues) {
        this.event = event;
        this.calendar = calendar;
        this.file = file;
        this.issues = issues;
    }

    CalendarEvent event() {
        return event;
    }

    String calendar() {
        return calendar;
    }

    Source source() {
        return new Source(file, null, event.line());
    }

    /** What people call the event. */
    String text() {
        return event.summary().isEmpty() ? String.join(" ", event.categories()) : event.summary();
    }

    void tell(String code, Severity severity, Object... args) {
        issues.add(new Issue(code, severity, new Place(file, null, null, event.line()), null, text().isEmpty() ? null : text(),
                RowCells.WORDING.message(code, args)));
    }

    void setAside(String code, Object... args) {
        setAside = true;
        tell(code, Severity.ERROR, args);
    }

    boolean isSetAside() {
        return setAside;
    }
}
