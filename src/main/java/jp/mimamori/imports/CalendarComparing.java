package jp.mimamori.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import jp.mimamori.hospital.CalendarSheet;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.Difference;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/** Calendars are compared sheet by sheet: a newer version of a sheet replaces it as a whole. */
final class CalendarComparing {

    private static final Set<SheetRole> CALENDARS = EnumSet.of(SheetRole.UTILISATION, SheetRole.BOOKINGS, SheetRole.STAFF, SheetRole.VENDORS,
            SheetRole.CALENDAR);

    private CalendarComparing() {
    }

    static boolean isCalendar(@Nullable SheetRole role) {
        return role != null && CALENDARS.contains(role);
    }

    /** Only the sheets with rows: an empty one closes nothing. */
    static List<CalendarSheet> sheets(Reading reading) {
        List<CalendarSheet> sheets = new ArrayList<>();
        for (SourceFile file : reading.sources()) {
            for (SheetReading sheet : file.sheets()) {
                if (isCalendar(sheet.role())) {
                    CalendarSheet one = new CalendarSheet(Objects.requireNonNull(sheet.role()), file.file(), sheet.name(),
                            rows(reading.calendars(), sheet.role(), file.file(), sheet.name()));
                    if (one.size() > 0 && sheets.stream().noneMatch(other -> key(other).equals(key(one)))) {
                        sheets.add(one);
                    }
                }
            }
        }
        return sheets;
    }

    private static Calendars rows(Calendars all, SheetRole role, String file, @Nullable String sheet) {
        return new Calendars(
                role == SheetRole.UTILISATION ? of(all.utilisation(), row -> row.source(), file, sheet) : List.of(),
                role == SheetRole.BOOKINGS ? of(all.bookings(), row -> row.source(), file, sheet) : List.of(),
                role == SheetRole.STAFF ? of(all.shifts(), row -> row.source(), file, sheet) : List.of(),
                role == SheetRole.VENDORS ? of(all.vendorDays(), row -> row.source(), file, sheet) : List.of(),
                role == SheetRole.CALENDAR ? of(all.siteDays(), row -> row.source(), file, sheet) : List.of());
    }

    private static <T> List<T> of(List<T> rows, Function<T, Source> source, String file, @Nullable String sheet) {
        return rows.stream().filter(row -> source.apply(row).file().equals(file) && Objects.equals(source.apply(row).sheet(), sheet)).toList();
    }

    static String key(CalendarSheet sheet) {
        return sheet.role() + "|" + sheet.file() + "|" + (sheet.sheet() == null ? "" : sheet.sheet());
    }

    /** A sheet of the same rows is the same sheet whatever it is called; else the one of the same file and sheet is its older version. */
    static Difference<CalendarSheet> compare(List<Keyed<CalendarSheet>> kept, Reading reading) {
        Map<List<Object>, Keyed<CalendarSheet>> byRows = new HashMap<>();
        Map<String, Keyed<CalendarSheet>> byName = new HashMap<>();
        kept.forEach(sheet -> {
            byRows.put(content(sheet.value()), sheet);
            byName.put(sheet.key(), sheet);
        });
        List<Change<CalendarSheet>> changes = new ArrayList<>();
        Set<String> met = new HashSet<>();
        Set<SheetRole> brought = EnumSet.noneOf(SheetRole.class);
        int same = 0;
        for (CalendarSheet sheet : sheets(reading)) {
            brought.add(sheet.role());
            Keyed<CalendarSheet> equal = byRows.get(content(sheet));
            Keyed<CalendarSheet> older = byName.get(key(sheet));
            if (equal != null) {
                met.add(equal.key());
                same++;
            } else if (older != null) {
                met.add(older.key());
                changes.add(new Change<>(Change.Kind.CHANGED, older.key(), older.value(), sheet, List.of("rows")));
            } else {
                changes.add(new Change<>(Change.Kind.NEW, key(sheet), null, sheet, List.of()));
            }
        }
        for (Keyed<CalendarSheet> sheet : kept) {
            if (!met.contains(sheet.key()) && brought.contains(sheet.value().role())) {
                changes.add(new Change<>(Change.Kind.GONE, sheet.key(), sheet.value(), null, List.of()));
            }
        }
        return new Difference<>(changes, same);
    }

    /** What the rows say, wherever they stand. */
    private static List<Object> content(CalendarSheet sheet) {
        List<Object> content = new ArrayList<>();
        content.add(sheet.role());
        Calendars rows = sheet.rows();
        rows.utilisation().forEach(row -> content.add(Arrays.asList(row.device(), Arrays.toString(row.percent()))));
        rows.bookings().forEach(row -> content.add(Arrays.asList(row.device(), row.from(), row.to(), row.what())));
        rows.shifts().forEach(row -> content.add(Arrays.asList(row.person(), row.role(), row.skills(), row.facility(), row.from(), row.to(), row.maxNights())));
        rows.vendorDays().forEach(row -> content.add(Arrays.asList(row.vendor(), row.device(), row.from(), row.to(), row.terms())));
        rows.siteDays().forEach(row -> content.add(Arrays.asList(row.kind(), row.name(), row.scope(), row.facility(), row.from(), row.to())));
        return content;
    }
}
