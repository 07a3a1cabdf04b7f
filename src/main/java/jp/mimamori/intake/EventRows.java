package jp.mimamori.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.intake.ical.CalendarEvent;
import jp.mimamori.intake.ical.CalendarFile;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.inventory.Device;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The events of calendar files as rows: what each is, and whose. They wait until every inventory is read, since an event says whose it
 * is by names only; one that could be several things, or several devices', is set aside with a question.
 */
final class EventRows {

    /** Rosters and visits of so many days before the as-of date may still shape what is assumed after them. */
    private static final int DAYS_BEFORE = 62;
    /** Longer than any horizon that begins within half a year. */
    private static final int DAYS_AFTER = 400;
    private static final Set<SheetRole> ROLES =
            EnumSet.of(SheetRole.BOOKINGS, SheetRole.STAFF, SheetRole.VENDORS, SheetRole.CALENDAR);

    private record Waiting(String file, String sha256, CalendarFile calendar, @Nullable SheetRole forced) {
    }

    private final LocalDate asOf;
    private final ZoneId zone;
    private final EventWords words;
    private final EventMeanings meanings;
    private final List<Waiting> waiting = new ArrayList<>();

    EventRows(LayoutWords words, CalendarRows calendar, StaffRows staff, LocalDate asOf, ZoneId zone) {
        this.asOf = asOf;
        this.zone = zone;
        this.words = new EventWords(words);
        this.meanings = new EventMeanings(this.words, calendar, staff);
    }

    /** Reads {@code input} where it is a calendar file; its events wait for {@link #finish}. */
    boolean read(InputFile input, String file, List<SourceFile> sources) throws UnusableFileException {
        if (input.role() != null && !ROLES.contains(input.role()) || !CalendarFile.is(input.path())) {
            return false;
        }
        String sha256 = Checksum.of(input.path(), file);
        waiting.add(new Waiting(file, sha256, CalendarFile.read(input.path(), file, zone, asOf.minusDays(DAYS_BEFORE),
                asOf.plusDays(DAYS_AFTER)), input.role()));
        sources.add(new SourceFile(file, sha256, List.of())); // counted when its events are
        return true;
    }

    /** Finds out what the events mean among {@code devices}, and counts them in {@code sources}. */
    void finish(Collection<Device> devices, List<SourceFile> sources, List<Issue> issues) {
        if (waiting.isEmpty()) {
            return;
        }
        EventSubjects subjects = new EventSubjects(devices);
        for (Waiting file : waiting) {
            Map<SheetRole, int[]> counts = new EnumMap<>(SheetRole.class);
            int cancelled = 0;
            boolean endless = false;
            for (CalendarEvent event : file.calendar().events()) {
                EventRow row = new EventRow(event, file.calendar().name(), file.file(), issues);
                SheetRole role = role(row, file.forced());
                meanings.take(row, role, subjects);
                int[] count = counts.computeIfAbsent(role == null ? SheetRole.CALENDAR : role, any -> new int[2]);
                count[row.isSetAside() ? 1 : 0]++;
                cancelled += event.cancelled() ? 1 : 0;
                endless |= event.endless() && !row.isSetAside();
            }
            if (endless) {
                tell(issues, "INTAKE-335", file.file(), asOf.plusDays(DAYS_AFTER));
            }
            if (cancelled > 0) {
                tell(issues, "INTAKE-339", file.file(), cancelled);
            }
            if (file.calendar().others() > 0) {
                tell(issues, "INTAKE-336", file.file(), file.calendar().others());
            }
            counts.computeIfAbsent(file.forced() == null ? SheetRole.CALENDAR : file.forced(), any -> new int[2]);
            List<SheetReading> sheets = new ArrayList<>();
            counts.forEach((role, count) -> {
                if (counts.size() == 1 || count[0] + count[1] > 0) {
                    sheets.add(new SheetReading(null, role, null, List.of(), count[0] + count[1], count[0], count[1]));
                }
            });
            sources.replaceAll(source -> source.file().equals(file.file()) ? new SourceFile(file.file(), file.sha256(), sheets) : source);
        }
    }

    /** What the event is; null where it was set aside because nobody can say. */
    private @Nullable SheetRole role(EventRow row, @Nullable SheetRole forced) {
        CalendarEvent event = row.event();
        if (forced != null) {
            return forced;
        }
        Set<SheetRole> roles = words.roles(event, row.calendar());
        if (roles.size() == 1) {
            return roles.iterator().next();
        }
        if (roles.isEmpty()) {
            row.setAside("INTAKE-305", row.text());
        } else {
            row.setAside("INTAKE-306", row.text(), String.join(", ", roles.stream().map(role -> role.name().toLowerCase(java.util.Locale.ROOT)).toList()));
        }
        return null;
    }

    private static void tell(List<Issue> issues, String code, Object... args) {
        issues.add(new Issue(code, Severity.INFO, Place.file(String.valueOf(args[0])), null, null, RowCells.WORDING.message(code, args)));
    }
}
