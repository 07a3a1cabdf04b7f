package jp.mimamori.intake;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.intake.ical.CalendarEvent;
import jp.mimamori.inventory.Booking;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.inventory.VendorDay;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Turns an event into bookings, visits, shifts or days of the hospital; sets it aside where it does not say whose it is. */
final class EventMeanings {

    private final EventWords words;
    private final CalendarRows calendar;
    private final StaffRows staff;

    EventMeanings(EventWords words, CalendarRows calendar, StaffRows staff) {
        this.words = words;
        this.calendar = calendar;
        this.staff = staff;
    }

    /** @param role what the event is; null where that is not known, which was told */
    void take(EventRow row, @Nullable SheetRole role, EventSubjects subjects) {
        if (role == null || row.event().cancelled()) {
            return;
        }
        if (row.event().fault() != null) {
            row.setAside("INTAKE-333", row.text(), RowCells.WORDING.message("event." + row.event().fault()));
            return;
        }
        switch (role) {
            case BOOKINGS -> booking(row, subjects);
            case VENDORS -> visit(row, subjects);
            case STAFF -> shift(row);
            default -> day(row, subjects);
        }
    }

    private static List<String> texts(CalendarEvent event) {
        List<String> texts = EventWords.own(event);
        texts.add(event.location());
        return texts;
    }

    private void booking(EventRow row, EventSubjects subjects) {
        List<EventSubjects.Subject> found = subjects.devices(texts(row.event()));
        String device = EventSubjects.one(found);
        if (device == null) {
            unsure(row, found);
            return;
        }
        for (CalendarEvent.Span span : row.event().spans()) {
            boolean open = span.from().equals(span.to());
            calendar.bookings().add(new Booking(device, span.from(), open ? span.to().plusMinutes(CalendarRows.BOOKING_MINUTES) : span.to(),
                    row.text().isEmpty() ? null : row.text(), row.source()));
        }
        if (row.event().spans().stream().anyMatch(span -> span.from().equals(span.to()))) {
            row.tell("INTAKE-403", Severity.WARNING, String.valueOf(CalendarRows.BOOKING_MINUTES));
        }
    }

    private static void unsure(EventRow row, List<EventSubjects.Subject> found) {
        if (found.isEmpty()) {
            row.setAside("INTAKE-307", row.text());
        } else {
            row.setAside("INTAKE-308", row.text(), String.join(", ", found.stream().map(EventSubjects.Subject::name).toList()));
        }
    }

    private void visit(EventRow row, EventSubjects subjects) {
        CalendarEvent event = row.event();
        List<String> texts = texts(event);
        texts.addAll(event.people());
        List<String> companies = subjects.companies(texts);
        if (companies.size() != 1) {
            row.setAside("INTAKE-309", row.text(), companies.size(), String.join(", ", companies));
            return;
        }
        List<EventSubjects.Subject> found = subjects.devices(texts(event));
        String device = EventSubjects.one(found);
        if (device == null && !found.isEmpty()) {
            device = String.join("・", found.stream().map(EventSubjects.Subject::name).toList());
        }
        boolean assumed = false;
        for (CalendarEvent.Span span : event.spans()) {
            boolean hours = !event.allDay() && span.from().isBefore(span.to());
            assumed |= !hours;
            for (LocalDate day = span.from().toLocalDate(); !hours && (day.atStartOfDay().isBefore(span.to()) || day.equals(span.from().toLocalDate()));
                    day = day.plusDays(1)) {
                calendar.vendorDay(new VendorDay(companies.get(0), device, event.allDay() ? day.atTime(CalendarRows.VISIT_FROM) : span.from(),
                        day.atTime(CalendarRows.VISIT_TO).isAfter(span.from()) ? day.atTime(CalendarRows.VISIT_TO) : span.from().plusHours(1), row.source()));
            }
            if (hours) {
                calendar.vendorDay(new VendorDay(companies.get(0), device, span.from(), span.to(), row.source()));
            }
        }
        if (assumed) {
            row.tell("INTAKE-422", Severity.INFO, CalendarRows.VISIT_FROM.toString(), CalendarRows.VISIT_TO.toString());
        }
    }

    private void shift(EventRow row) {
        CalendarEvent event = row.event();
        if (!words.saysShift(event)) {
            // a meeting in somebody's calendar is no shift
            row.setAside("INTAKE-305", row.text());
            return;
        }
        List<String> people = people(row);
        if (people.isEmpty()) {
            row.setAside("INTAKE-310", row.text());
            return;
        }
        String hours = words.shift(EventWords.own(event));
        List<String> categories = event.categories().stream().filter(text -> !words.withoutShift(text).isEmpty()).toList();
        Set<String> skills = categories.size() < 2 ? Set.of() : CalendarRows.skills(String.join("・", categories.subList(1, categories.size())));
        for (CalendarEvent.Span span : event.spans()) {
            List<Times.Span> worked = new ArrayList<>();
            if (!event.allDay() && span.from().isBefore(span.to())) {
                worked.add(new Times.Span(span.from(), span.to()));
            } else if (hours == null) {
                row.setAside("INTAKE-334", row.text());
                return;
            }
            for (LocalDate day = span.from().toLocalDate(); worked.isEmpty() && !requireNonNull(hours).isEmpty()
                    && day.atStartOfDay().isBefore(span.to()); day = day.plusDays(1)) {
                Times.Span one = StaffRows.span(day, hours);
                add(row, people, categories, skills, one);
            }
            worked.forEach(one -> add(row, people, categories, skills, one));
        }
    }

    private void add(EventRow row, List<String> people, List<String> categories, Set<String> skills, Times.Span span) {
        String role = categories.isEmpty() ? null : categories.get(0);
        people.forEach(person -> staff.shifts().add(new StaffShift(person, role, skills, null, span.from(), span.to(), row.source())));
    }

    /** Those who take part, else whoever the title names beside the shift, else whoever the calendar is named after. */
    private List<String> people(EventRow row) {
        if (!row.event().people().isEmpty()) {
            return row.event().people();
        }
        for (String text : List.of(row.event().summary(), row.calendar())) {
            List<String> left = words.withoutShift(text);
            if (!left.isEmpty()) {
                return List.of(String.join(" ", left));
            }
        }
        return List.of();
    }

    private void day(EventRow row, EventSubjects subjects) {
        CalendarEvent event = row.event();
        Set<String> kinds = words.days(event, row.calendar());
        if (kinds.size() != 1) {
            row.setAside(kinds.isEmpty() ? "INTAKE-305" : "INTAKE-306", row.text(), String.join(", ", kinds));
            return;
        }
        SiteDay.Kind kind = SiteDay.Kind.valueOf(kinds.iterator().next());
        String facility = subjects.facility(event.location());
        Set<String> scopes = new LinkedHashSet<>();
        List<EventSubjects.Subject> devices = subjects.devices(texts(event));
        String device = EventSubjects.one(devices);
        if (device != null) {
            scopes.add(device);
        } else {
            devices.forEach(subject -> scopes.add(subject.name()));
            scopes.addAll(subjects.departments(texts(event)));
        }
        if (scopes.isEmpty() && facility == null && !event.location().isEmpty()) {
            scopes.add(event.location()); // planning finds it, or tells that it protects everything
        }
        if (scopes.isEmpty() && kind == SiteDay.Kind.INSPECTION) {
            row.setAside("INTAKE-307", row.text());
            return;
        }
        if (scopes.isEmpty()) {
            row.tell("INTAKE-338", Severity.INFO, row.text());
        }
        for (CalendarEvent.Span span : event.spans()) {
            if (span.from().isBefore(span.to())) {
                calendar.siteDays().add(new SiteDay(kind, row.text(), scopes.isEmpty() ? null : String.join("・", scopes), facility,
                        span.from(), span.to(), row.source()));
            } else {
                // a freeze that does not say when it ends lasts the day
                calendar.siteDays().add(new SiteDay(kind, row.text(), scopes.isEmpty() ? null : String.join("・", scopes), facility,
                        span.from(), span.from().toLocalDate().plusDays(1).atStartOfDay(), row.source()));
            }
        }
    }
}
