package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/** Finds the tables of a sheet and takes their rows, wherever they begin and however they are interrupted. */
public final class Tables {

    private final HeaderVocabulary vocabulary;
    private final LayoutWords words;
    private final HeaderFinder finder;

    public Tables(Shelf shelf, LayoutWords words) {
        this.vocabulary = HeaderVocabulary.from(shelf);
        this.words = words;
        this.finder = new HeaderFinder(vocabulary, words);
    }

    /** The tables of {@code sheet}, one for each role on it; a sheet without data gives one table without a role. */
    public List<Table> read(RawSheet sheet, @Nullable SheetRole forced) {
        LayoutIssues issues = new LayoutIssues(sheet);
        if (sheet.rows().stream().allMatch(RawRow::isBlank)) {
            issues.empty();
            return List.of(notData(sheet, issues));
        }
        if (sheet.name() != null && words.isCover(sheet.name())) {
            issues.cover();
            return List.of(notData(sheet, issues));
        }
        List<Header> headers = finder.find(sheet, forced);
        String example = example(sheet, headers);
        if (example != null) {
            issues.example(example);
            return List.of(notData(sheet, issues));
        }
        if (headers.isEmpty()) {
            issues.noHeader();
            return List.of(notData(sheet, issues));
        }
        issues.columns(headers);
        Map<SheetRole, Rows> tables = new LinkedHashMap<>();
        scan(sheet, headers, issues, tables);
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

    private void scan(RawSheet sheet, List<Header> first, LayoutIssues issues, Map<SheetRole, Rows> tables) {
        List<Header> headers = first;
        List<RowFilling> fillings = headers.stream().map(h -> new RowFilling(sheet, h, words, issues)).toList();
        String group = null;
        tables.put(headers.get(0).role(), new Rows(headers.get(0)));
        List<RawRow> rows = sheet.rows();
        for (int i = 0; i < rows.size(); i++) {
            RawRow row = rows.get(i);
            if (row.number() <= headers.get(0).lastRow() || row.isBlank()) {
                continue;
            }
            List<Header> next = headerAgain(sheet, i, headers);
            if (!next.isEmpty()) {
                if (!sameColumns(next, headers)) {
                    headers = next;
                    fillings = headers.stream().map(h -> new RowFilling(sheet, h, words, issues)).toList();
                    Header header = headers.get(0);
                    tables.computeIfAbsent(header.role(), r -> new Rows(header));
                    issues.columns(headers);
                    group = null;
                }
                i += next.get(0).lastRow() - next.get(0).firstRow();
                continue;
            }
            for (RowFilling filling : fillings) {
                switch (RowKind.of(row, filling.header(), sheet.marks(), words)) {
                    case HEADING -> group = LayoutWords.headingText(onlyText(row));
                    case REMARK -> issues.remark(row.number(), onlyText(row));
                    case DATA -> tables.get(filling.header().role()).rows.add(filling.fill(row, group));
                    case BLANK, TOTAL, FOOTER -> { }
                }
            }
        }
    }

    /** The header that stands on this row again, or anew with other columns; empty where the row is none. */
    private List<Header> headerAgain(RawSheet sheet, int i, List<Header> headers) {
        RawRow row = sheet.rows().get(i);
        int same = 0;
        int filled = 0;
        int known = 0;
        for (int c = 0; c < row.width() && filled < 8; c++) {
            if (row.cell(c).isBlank()) {
                continue;
            }
            filled++;
            if (row.cell(c) instanceof CellValue.Text text && text.text().length() < 40) {
                known += vocabulary.knows(text.text()) ? 1 : 0;
                same += known > 0 && isHeader(headers, c, text.text()) ? 1 : 0;
            }
            if (filled == 3 && known == 0) {
                return List.of();
            }
        }
        if (filled < 2 || known < 2 && same < 2 || known * 2 < filled && same * 2 < filled) {
            return List.of();
        }
        if (same == filled && filled >= 3) {
            return headersAt(row, headers);
        }
        List<Header> found = finder.at(sheet, i, null);
        boolean matches = !found.isEmpty() && found.get(0).score() >= 2.5;
        return matches ? found : same * 2 >= filled && same >= 2 ? headersAt(row, headers) : List.of();
    }

    /** Whether the column's header is this text again, or its lower row is. */
    private static boolean isHeader(List<Header> headers, int column, String text) {
        String key = HeaderText.key(text);
        return !key.isEmpty() && headers.stream().flatMap(h -> h.columns().stream()).anyMatch(c -> c.index() == column
                && (HeaderText.key(c.header()).equals(key)
                        || HeaderText.key(c.header().substring(c.header().lastIndexOf('/') + 1)).equals(key)));
    }

    private static List<Header> headersAt(RawRow row, List<Header> headers) {
        return headers.stream().map(h -> new Header(h.role(), row.number(), row.number(), h.score(), h.columns())).toList();
    }

    private static boolean sameColumns(List<Header> a, List<Header> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i).role() != b.get(i).role() || !a.get(i).columns().equals(b.get(i).columns())) {
                return false;
            }
        }
        return true;
    }

    private static String onlyText(RawRow row) {
        for (int c = 0; c < row.width(); c++) {
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
