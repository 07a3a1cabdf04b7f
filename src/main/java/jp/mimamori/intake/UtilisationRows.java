package jp.mimamori.intake;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Values;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.trace.Severity;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/** How busy devices are (祝 is an eighth day): a row a weekday with 24 columns of hours, a row an hour with a column a weekday, or a row for each. */
final class UtilisationRows {

    private static final Pattern LABELLED = Pattern.compile(
            ".*?(?:機器番号|機器ID|管理番号|ME番号|資産番号|装置番号|機器名|装置名|対象機器|検査室|機器|装置|device)\\s*[:\\uFF1A]\\s*(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile("[\\s\\u3000]*の?(装置別|機器別|週間)?(稼働率|使用率|稼働状況|稼働時間|utili[sz]ation).*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    private final Values values;
    private final LayoutWords words;
    private final Map<String, int[]> weeks = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    UtilisationRows(Values values, LayoutWords words) {
        this.values = values;
        this.words = words;
    }

    /** Whether the plain numbers of the table are fractions of one: none is above it. */
    static boolean fractions(Table table, String prefix) {
        return table.rows().stream().allMatch(row -> java.util.stream.Stream.concat(row.header().numbered(prefix).stream(),
                row.header().columns("percent").stream()).allMatch(column -> plain(row.cell(column)) <= 1));
    }

    /** The number in a cell that does not say itself that it is a percentage; 0 where it holds none. */
    private static double plain(CellValue cell) {
        if (cell instanceof CellValue.Number n) {
            return n.percent() ? 0 : n.value();
        }
        String text = java.text.Normalizer.normalize(cell.text(), java.text.Normalizer.Form.NFKC).strip();
        return PLAIN.matcher(text).matches() ? Double.parseDouble(text) : 0;
    }

    void read(RowCells row, Table table, boolean fractions) {
        if (row.row().header().has("percent")) {
            readOne(row, table, fractions);
        } else if (row.row().header().numbered("hour").isEmpty()) {
            readHour(row, table, fractions);
        } else {
            readDay(row, table, fractions);
        }
    }

    private void readDay(RowCells row, Table table, boolean fractions) {
        String device = device(row, table);
        if (device == null) {
            row.setAside("INTAKE-411", "deviceId");
            return;
        }
        List<Integer> days = row.has("weekday") ? words.weekdays(row.cell("weekday").text()) : List.of();
        if (days.isEmpty() && row.row().header().has("weekday")) {
            row.setAside("INTAKE-412", "weekday");
            return;
        }
        if (days.isEmpty()) {
            row.tell("INTAKE-413", Severity.INFO, "deviceId", device);
            days = List.of(1, 2, 3, 4, 5, 6, 7);
        }
        int[] week = week(device, row);
        for (Column column : row.row().header().numbered("hour")) {
            Integer percent = percent(row, column, fractions);
            for (int day : days) {
                put(week, day, Integer.parseInt(requireNonNull(column.field()).substring("hour".length())), percent);
            }
        }
    }

    /** A row for each weekday and hour. */
    private void readOne(RowCells row, Table table, boolean fractions) {
        String device = device(row, table);
        if (device == null) {
            row.setAside("INTAKE-411", "deviceId");
            return;
        }
        List<Integer> days = words.weekdays(row.cell("weekday").text());
        Integer hour = Times.hour(row.cell("time"));
        if (days.isEmpty() || hour == null) {
            row.setAside(days.isEmpty() ? "INTAKE-412" : "INTAKE-414", days.isEmpty() ? "weekday" : "time");
            return;
        }
        int[] week = week(device, row);
        Integer percent = percent(row, requireNonNull(row.row().header().column("percent")), fractions);
        for (int day : days) {
            put(week, day, hour, percent);
        }
    }

    private void readHour(RowCells row, Table table, boolean fractions) {
        CellValue time = row.row().header().has("time") ? row.cell("time")
                : row.row().cell(row.row().header().columns().get(0));
        Integer hour = Times.hour(time);
        if (hour == null) {
            row.setAside("INTAKE-414", "time");
            return;
        }
        String device = row.row().group() != null ? row.row().group() : device(row, table);
        if (device == null) {
            row.setAside("INTAKE-411", "time");
            return;
        }
        int[] week = week(device, row);
        for (Column column : row.row().header().numbered("weekday")) {
            put(week, Integer.parseInt(requireNonNull(column.field()).substring("weekday".length())), hour,
                    percent(row, column, fractions));
        }
    }

    private @Nullable Integer percent(RowCells row, Column column, boolean fractions) {
        if (row.row().cell(column).isBlank()) {
            return null;
        }
        // read by its own field, so that a note names the hour's cell
        Integer percent = row.read(requireNonNull(column.field()), cell -> values.percent(cell, fractions));
        return percent == null || percent < 0 ? null : Math.min(100, percent);
    }

    /** Two values for the same hour (half hours, or the row twice): the busier one counts. */
    private static void put(int[] week, int day, int hour, @Nullable Integer percent) {
        int at = (day - 1) * 24 + hour;
        if (percent != null) {
            week[at] = Math.max(week[at], percent);
        }
    }

    private int[] week(String device, RowCells row) {
        sources.putIfAbsent(device, row.source());
        return weeks.computeIfAbsent(device, d -> {
            int[] week = new int[Utilisation.HOURS];
            Arrays.fill(week, -1);
            return week;
        });
    }

    private @Nullable String device(RowCells row, Table table) {
        String id = row.row().header().has("deviceId") ? row.read("deviceId", values::id) : null;
        String name = id == null && row.row().header().has("name") ? row.read("name", values::text) : null;
        if (id != null || name != null) {
            return id != null ? id : name;
        }
        return row.row().header().has("deviceId") || row.row().header().has("name") ? null : titled(table);
    }

    /** The device a whole sheet is about, from its title or its name. */
    private @Nullable String titled(Table table) {
        List<String> title = table.title();
        for (int i = 0; i < title.size(); i++) {
            Matcher labelled = LABELLED.matcher(title.get(i));
            if (labelled.matches()) {
                return labelled.group(1).strip();
            }
            if (i + 1 < title.size() && title.get(i).strip().matches("(機器番号|機器ID|管理番号|ME番号|資産番号|装置番号|機器名|装置名)[:\\uFF1A]?")) {
                return title.get(i + 1).strip();
            }
        }
        String sheet = table.sheet() == null ? "" : SUBJECT.matcher(table.sheet()).replaceFirst("").strip();
        if (!sheet.isEmpty() && !sheet.matches("(?i)sheet ?\\d+|データ|一覧")) {
            return sheet;
        }
        String first = title.isEmpty() ? "" : SUBJECT.matcher(title.get(0)).replaceFirst("").strip();
        return first.isEmpty() ? null : first;
    }

    List<Utilisation> read() {
        List<Utilisation> all = new ArrayList<>();
        weeks.forEach((device, week) -> all.add(new Utilisation(device, week, requireNonNull(sources.get(device)))));
        return all;
    }
}
