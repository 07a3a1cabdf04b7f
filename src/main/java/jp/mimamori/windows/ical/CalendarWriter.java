package jp.mimamori.windows.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/** Writes events whose ids stay the same from one plan to the next, so that a calendar moves them instead of showing them twice. */
public final class CalendarWriter {

    private final String name;
    private final ZoneId zone;
    private final Instant now;

    /** @param now when the file is written */
    public CalendarWriter(String name, ZoneId zone, Instant now) {
        this.name = name;
        this.zone = zone;
        this.now = now;
    }

    /**
     * One window.
     *
     * @param id        the same for the same work in every plan
     * @param end       exclusive
     * @param tentative whether it is not sure yet
     */
    public record Event(String id, String title, String body, String place, LocalDateTime start, LocalDateTime end, boolean tentative) {
    }

    /** Times are written in UTC, which every calendar shows in its own zone. */
    public String write(List<Event> events) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Mimamori//Patch windows//JA");
        calendar.setName(name);
        for (Event each : events) {
            VEvent event = new VEvent();
            event.setUid(each.id + "@mimamori");
            event.setDateTimeStamp(Date.from(now));
            event.setSummary(each.title);
            event.setDescription(each.body);
            if (!each.place.isEmpty()) {
                event.setLocation(each.place);
            }
            event.setDateStart(Date.from(each.start.atZone(zone).toInstant()), true);
            event.setDateEnd(Date.from(each.end.atZone(zone).toInstant()), true);
            event.setStatus(each.tentative ? Status.tentative() : Status.confirmed());
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }
}
