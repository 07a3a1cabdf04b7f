package jp.mimamori.intake.feed;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.intake.feed.json.JsonFeed;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.KevList;
import org.jspecify.annotations.Nullable;

/** A feed while it is being read: entries taken or set aside, rows counted. */
final class Draft {

    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,}");
    private static final int TOLD = 100;

    private final String file;
    private final SheetRole role;
    private final List<Issue> issues = new ArrayList<>();
    private final Set<String> kev = new HashSet<>();
    private final Map<String, Double> epss = new HashMap<>();
    private List<ColumnReading> columns = List.of();
    private @Nullable Integer headerRow;
    private @Nullable LocalDate date;
    private int rows;
    private int setAside;

    Draft(String file, SheetRole role) {
        this.file = file;
        this.role = role;
    }

    static Draft of(String file, JsonFeed json) {
        Draft draft = new Draft(file, json.kev() ? SheetRole.KEV : SheetRole.EPSS);
        draft.date = day(json.date());
        int number = 0;
        for (Map<String, String> entry : json.entries()) {
            number++;
            String id = entry.getOrDefault("cveID", entry.getOrDefault("cve", ""));
            draft.add(number, id, entry.getOrDefault("epss", ""));
        }
        Integer count = json.count();
        if (count != null && count != json.entries().size()) {
            draft.tell("FEED-005", Severity.WARNING, null, null, file, count, json.entries().size());
            draft.date = null;
        }
        if (!json.kev() && json.entries().size() < EpssScores.WHOLE) {
            draft.tell("FEED-004", Severity.WARNING, null, null, file, json.entries().size());
            draft.date = null; // what an excerpt leaves out proves nothing
        }
        return draft;
    }

    void header(int row, List<ColumnReading> header) {
        headerRow = row;
        columns = header;
    }

    /** The list shows at least this day. */
    void seen(@Nullable LocalDate day) {
        if (day != null && (date == null || day.isAfter(date))) {
            date = day;
        }
    }

    void add(int row, String id, String score) {
        rows++;
        String cve = id.strip().toUpperCase(Locale.ROOT);
        Double probability = role == SheetRole.KEV ? Double.valueOf(0) : probability(score);
        if (!CVE.matcher(cve).matches() || probability == null) {
            setAside++;
            if (setAside <= TOLD) {
                tell("FEED-003", Severity.ERROR, row, id + " " + score, id + " " + score);
            }
        } else if (role == SheetRole.KEV) {
            kev.add(cve);
        } else {
            epss.merge(cve, probability, Math::max);
        }
    }

    void tell(String code, Severity severity, @Nullable Integer row, @Nullable String value, Object... args) {
        issues.add(new Issue(code, severity, new Place(file, null, null, row), null, value,
                FeedReader.WORDING.message(code, args)));
    }

    SheetReading sheet() {
        return new SheetReading(null, role, headerRow, columns, rows, rows - setAside, setAside);
    }

    Feed feed(SourceFile source) {
        if (date == null) {
            tell("FEED-001", Severity.WARNING, null, null, file);
        }
        return role == SheetRole.KEV ? new Feed(source, new KevList(file, date, kev), null, issues)
                : new Feed(source, null, new EpssScores(file, date, Collections.unmodifiableMap(epss)), issues);
    }

    /** The day an ISO date or time begins with; null where it is none. */
    static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null || written.length() < 10 ? null : LocalDate.parse(written.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Double probability(String written) {
        try {
            double value = Double.parseDouble(written.strip());
            return value >= 0 && value <= 1 ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
