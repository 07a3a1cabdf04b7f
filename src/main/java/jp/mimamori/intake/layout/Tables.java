package jp.mimamori.intake.layout;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.mapping.MappingUse;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Values;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/** Finds the tables of a sheet and takes their rows, wherever they begin and however they are interrupted. */
public final class Tables {

    private final LayoutWords words;
    private final HeaderFinder finder;
    private final HeaderVocabulary vocabulary;
    private final ColumnEvidence evidence;
    private final RepeatedHeaders again;

    public Tables(Shelf shelf, LayoutWords words, Values values) {
        this.vocabulary = HeaderVocabulary.from(shelf);
        this.words = words;
        this.finder = new HeaderFinder(vocabulary, words);
        this.evidence = new ColumnEvidence(vocabulary, values);
        this.again = new RepeatedHeaders(vocabulary, words, finder);
    }

    /**
     * The tables of {@code sheet}, one for each role on it; a sheet without data gives one table without a role.
     *
     * @param use the user's mapping files, and what is met on the way
     */
    public List<Table> read(RawSheet sheet, @Nullable SheetRole forced, MappingUse use) {
        LayoutIssues issues = new LayoutIssues(sheet);
        if (sheet.rows().stream().allMatch(RawRow::isBlank)) {
            issues.empty();
            return List.of(notData(sheet, issues));
        }
        if (words.isOwn(sheet)) {
            issues.own();
            return List.of(notData(sheet, issues));
        }
        Legibility.check(sheet, issues);
        LayoutMapping mapping = new LayoutMapping(finder, vocabulary, words, use, sheet, forced);
        if (mapping.isLeftOut(issues)) {
            return List.of(notData(sheet, issues));
        }
        List<Header> mapped = mapping.first(issues);
        List<Header> headers = mapped.isEmpty() ? finder.find(sheet, forced) : mapped;
        if (mapped.isEmpty() && sheet.name() != null && words.isCover(sheet.name())) {
            issues.cover(!headers.isEmpty() && HeaderFinder.isGood(headers.get(0)));
            return List.of(notData(sheet, issues));
        }
        String example = mapped.isEmpty() ? example(sheet, headers) : null;
        if (example != null) {
            issues.example(example);
            return List.of(notData(sheet, issues));
        }
        if (headers.isEmpty()) {
            UnreadSheet.tell(sheet, vocabulary, issues);
            mapping.sawUnread();
            return List.of(notData(sheet, issues));
        }
        headers = evidence.weigh(sheet, headers, issues);
        issues.columns(headers);
        mapping.saw(headers);
        Map<SheetRole, Rows> tables = new LinkedHashMap<>();
        above(sheet, headers, issues);
        scan(sheet, headers, mapping, issues, tables);
        tables.values().forEach(table -> PreparedRows.take(table.rows, issues));
        if (tables.values().stream().allMatch(table -> table.rows.isEmpty())) {
            issues.noRows(headers.get(0).firstRow());
        }
        colours(sheet, issues);
        issues.hidden(headers);
        List<Table> read = new ArrayList<>();
        for (var table : tables.entrySet()) {
            List<Issue> told = read.isEmpty() ? issues.told() : List.of();
            read.add(new Table(sheet.file(), sheet.name(), table.getKey(), table.getValue().header, title(sheet, headers),
                    table.getValue().rows, told));
        }
        return read;
    }

    private static final class Rows {
        private final Header header;
        private final List<DataRow> rows = new ArrayList<>();

        Rows(Header header) {
            this.header = header;
        }
    }

    private static void above(RawSheet sheet, List<Header> headers, LayoutIssues issues) {
        List<Integer> wide = sheet.rows().stream().filter(row -> row.number() < headers.get(0).firstRow()
                && LayoutIssues.filled(row) >= 3).map(RawRow::number).toList();
        if (!wide.isEmpty()) {
            issues.above(wide);
        }
    }

    /** Goes through the rows below the header; each ends up as data, or is told, or is blank, a total or a heading for certain. */
    private void scan(RawSheet sheet, List<Header> first, LayoutMapping mapping, LayoutIssues issues,
            Map<SheetRole, Rows> tables) {
        List<Header> headers = first;
        List<RowFilling> fillings = headers.stream().map(h -> new RowFilling(sheet, h, words, issues)).toList();
        String[] groups = new String[headers.size()];
        headers.forEach(h -> tables.computeIfAbsent(h.role(), r -> new Rows(h)));
        List<String> title = title(sheet, headers);
        int done = headers.get(0).lastRow();
        for (int i = 0; i < sheet.rows().size(); i++) {
            RawRow row = sheet.rows().get(i);
            if (row.number() <= done || row.isBlank()) {
                continue;
            }
            List<Header> mapped = mapping.at(i, headers, issues);
            List<Header> next = mapped.isEmpty() ? again.at(sheet, i, headers, mapping.forced()) : mapped;
            if (!next.isEmpty()) {
                if (!sameColumns(next, headers)) {
                    headers = evidence.weigh(sheet, next, issues);
                    fillings = headers.stream().map(h -> new RowFilling(sheet, h, words, issues)).toList();
                    groups = new String[headers.size()];
                    Header header = headers.get(0);
                    headers.forEach(h -> tables.computeIfAbsent(h.role(), r -> new Rows(h)));
                    boolean apart = RepeatedHeaders.isApart(sheet, i);
                    for (int n = header.firstRow(); n <= header.lastRow(); n++) {
                        issues.newHeader(n, apart);
                    }
                    issues.columns(headers);
                    mapping.saw(headers);
                }
                done = next.get(0).lastRow();
                continue;
            }
            if (!title.isEmpty() && LayoutIssues.filled(row) <= 3 && isTitleAgain(row, title)) {
                issues.footer(row.number(), firstText(row, 0));
                continue;
            }
            row(sheet, row, fillings, groups, issues, tables);
        }
    }

    private void row(RawSheet sheet, RawRow row, List<RowFilling> fillings, String[] groups, LayoutIssues issues,
            Map<SheetRole, Rows> tables) {
        for (int b = 0; b < fillings.size(); b++) {
            Header header = fillings.get(b).header();
            int from = b == 0 ? 0 : header.columns().get(0).index();
            int to = b + 1 == fillings.size() ? row.width() : fillings.get(b + 1).header().columns().get(0).index();
            switch (RowKind.of(row, from, to, header, sheet.marks(), words)) {
                case DATA -> requireNonNull(tables.get(header.role())).rows.addAll(
                        LinesApart.of(fillings.get(b).fill(row, groups[b]), issues));
                case EXAMPLE -> issues.exampleRow(row.number(), firstText(row, from));
                case HEADING -> heading(sheet, row, b, from, groups, issues);
                case REMARK -> issues.remark(row.number(), firstText(row, from));
                case FOOTER -> issues.footer(row.number(), firstText(row, from));
                case OUTSIDE -> issues.outside(row.number(), firstText(row, from));
                case TOTAL -> {
                    if (!hasAmount(row)) {
                        issues.total(row.number(), firstText(row, from));
                    }
                }
                case BLANK -> { }
            }
        }
    }

    /** Whether the row has the sheet's title again, as on each printed page, with nothing but a page number or a date beside it. */
    private boolean isTitleAgain(RawRow row, List<String> title) {
        boolean again = false;
        for (int c = 0; c < row.width(); c++) {
            String text = row.cell(c).text().strip();
            if (text.isEmpty()) {
                continue;
            }
            boolean page = words.isFooter(text);
            if (!page && !(text.length() >= 4 && title.contains(text))) {
                return false;
            }
            again |= !page;
        }
        return again;
    }

    private static void colours(RawSheet sheet, LayoutIssues issues) {
        for (RawRow row : sheet.rows()) {
            int width = hasFew(row) ? row.width() : 0;
            for (int c = 0; c < width; c++) {
                if (row.cell(c) instanceof CellValue.Text text && text.text().length() < 100 && LayoutWords.isColourLegend(text.text())) {
                    issues.colours(row.number(), CellRef.name(row.number(), c), text.text().strip());
                    return;
                }
            }
        }
    }

    /** Whether a row has at most three filled cells; of the others, which are nearly all, only the first four are looked at. */
    private static boolean hasFew(RawRow row) {
        int filled = 0;
        for (int c = 0; c < row.width() && filled <= 3; c++) {
            filled += row.cell(c).isBlank() ? 0 : 1;
        }
        return filled <= 3;
    }

    /** A total says how much; a total's word without a figure may be somebody's name for something. */
    private boolean hasAmount(RawRow row) {
        for (int c = 0; c < row.width(); c++) {
            CellValue cell = row.cell(c);
            if (cell instanceof CellValue.Number || !cell.isBlank() && cell.text().chars().anyMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    /** A heading is for certain where it is merged across columns or names a department; else it might be half a row. */
    private void heading(RawSheet sheet, RawRow row, int block, int from, String[] groups, LayoutIssues issues) {
        String text = firstText(row, from);
        String heading = LayoutWords.headingText(text);
        if (LayoutIssues.filled(row) == 1 && block == 0) {
            java.util.Arrays.fill(groups, heading);
        } else {
            groups[block] = heading;
        }
        boolean wide = sheet.marks().merged().stream().anyMatch(r -> r.isWide() && r.firstRow() <= row.number()
                && row.number() <= r.lastRow());
        if (!wide && !words.isDepartment(heading)) {
            issues.heading(row.number(), text);
        }
    }

    private static boolean sameColumns(List<Header> a, List<Header> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i).role() != b.get(i).role() || !texts(a.get(i)).equals(texts(b.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** What a header says and where; what its columns are read as depends on the values below it too. */
    private static List<String> texts(Header header) {
        return header.columns().stream().map(column -> column.index() + " " + column.header()).toList();
    }

    private static String firstText(RawRow row, int from) {
        for (int c = from; c < row.width(); c++) {
            if (!row.cell(c).isBlank()) {
                return row.cell(c).text().strip();
            }
        }
        return "";
    }

    private @Nullable String example(RawSheet sheet, List<Header> headers) {
        if (sheet.name() != null && words.isExample(sheet.name())) {
            return sheet.name();
        }
        for (String text : title(sheet, headers)) {
            if (text.length() < 40 && words.isExample(text)
                    || LayoutWords.plain(text).replaceAll("[【(\\[<※]", "").startsWith("記入例")) {
                return text;
            }
        }
        return null;
    }

    /** The texts above the header. */
    private static List<String> title(RawSheet sheet, List<Header> headers) {
        List<String> title = new ArrayList<>();
        int header = headers.isEmpty() ? 4 : headers.get(0).firstRow();
        for (RawRow row : sheet.rows()) {
            if (row.number() >= header) {
                break;
            }
            for (int c = 0; c < row.width(); c++) {
                if (!row.cell(c).isBlank()) {
                    title.add(row.cell(c).text().strip());
                }
            }
        }
        return title;
    }

    private static Table notData(RawSheet sheet, LayoutIssues issues) {
        return new Table(sheet.file(), sheet.name(), null, null, List.of(), List.of(), issues.told());
    }

}
