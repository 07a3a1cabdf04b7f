package jp.mimamori.planning.posing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.language.Bilingual;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Source;

/**
 * Which days are special everywhere in the hospital: Japan's public holidays, and the closures of {@code holidays.csv} such as 年末年始 and お盆.
 *
 * @param rest    days on which the hospital rests: they cost a premium, and nobody who is only assumed works
 * @param vendors further days on which vendors rest
 * @param frozen  days on which nothing may be changed
 * @param scoped  days that are for some departments or devices only, and the hospital's emergency-duty and inspection days
 * @param names   closures that fall into the horizon
 */
record HolidayCalendar(Set<LocalDate> rest, Set<LocalDate> vendors, Set<LocalDate> frozen, List<SiteDay> scoped, Set<Bilingual> names) {

    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})[-/年])?(\\d{1,2})[-/月](\\d{1,2})日?");
    private static final String FILE = "holidays.csv";
    private static final List<String> CLOSES = List.of("site", "vendor", "freeze", "duty", "inspection");

    static HolidayCalendar of(Shelf shelf, LocalDate from, LocalDate to, Assumptions assumptions) {
        HolidayCalendar calendar = new HolidayCalendar(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new ArrayList<>(), new LinkedHashSet<>());
        calendar.rest.addAll(JapaneseHolidays.of(shelf, assumptions).within(from, to));
        EditedTable.read(shelf, FILE, assumptions, row -> {
            String closes = row.oneOf("closes", CLOSES);
            String scope = row.text("scope");
            if (closes.equals("vendor") && !scope.isEmpty()) {
                throw new EditedTable.UnreadableCell("scope", scope, "site | freeze | duty | inspection");
            }
            if (closes.equals("inspection") && scope.isEmpty()) {
                throw new EditedTable.UnreadableCell("scope", scope, "部署・機器 / department or device");
            }
            List<LocalDate> inside = days(row, from, to);
            if (!scope.isEmpty() || closes.equals("duty")) {
                inside.forEach(day -> calendar.scoped.add(new SiteDay(kind(closes), row.text("name_ja"), scope.isEmpty() ? null : scope, null,
                        day.atStartOfDay(), day.plusDays(1).atStartOfDay(), new Source(FILE, null, row.line().line()))));
                return true;
            }
            (closes.equals("site") ? calendar.rest : closes.equals("vendor") ? calendar.vendors : calendar.frozen).addAll(inside);
            return inside.isEmpty() || calendar.names.add(new Bilingual(row.text("name_ja"), row.text("name_en")));
        });
        return calendar;
    }

    private static SiteDay.Kind kind(String closes) {
        return switch (closes) {
            case "freeze" -> SiteDay.Kind.FREEZE;
            case "duty" -> SiteDay.Kind.EMERGENCY_DUTY;
            case "inspection" -> SiteDay.Kind.INSPECTION;
            default -> SiteDay.Kind.HOLIDAY;
        };
    }

    /** Days of a row within {@code [from, to]}: of every year where it gives month and day only. */
    private static List<LocalDate> days(EditedTable.Row row, LocalDate from, LocalDate to)
            throws EditedTable.UnreadableCell {
        List<LocalDate> days = new ArrayList<>();
        // from the year before, since a closure may reach over the turn of the year
        for (int year = from.getYear() - 1; year <= to.getYear(); year++) {
            LocalDate first = day(row, "from", year);
            LocalDate last = day(row, "to", year);
            LocalDate end = last.isBefore(first) && last.getYear() == year ? last.plusYears(1) : last;
            if (end.isBefore(first)) {
                throw new EditedTable.UnreadableCell("to", row.text("to"), "≥ " + row.text("from"));
            }
            first.datesUntil(end.plusDays(1)).filter(day -> !day.isBefore(from) && !day.isAfter(to)).forEach(days::add);
        }
        return days;
    }

    private static LocalDate day(EditedTable.Row row, String column, int year) throws EditedTable.UnreadableCell {
        // Excel rewrites 12-29 as 12月29日 or 2025/12/29 when it saves
        Matcher written = DAY.matcher(PlainText.of(row.text(column)));
        try {
            if (written.matches()) {
                MonthDay day = MonthDay.of(Integer.parseInt(written.group(2)), Integer.parseInt(written.group(3)));
                return day.atYear(written.group(1) == null ? year : Integer.parseInt(written.group(1)));
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new EditedTable.UnreadableCell(column, row.text(column), "MM-DD | YYYY-MM-DD");
    }
}
