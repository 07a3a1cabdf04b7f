package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.How;
import jp.mimamori.intake.Recognition;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.intake.mapping.Layout;
import jp.mimamori.intake.mapping.MappingUse;
import jp.mimamori.intake.mapping.Seen;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/** What the user's mapping files say of one sheet, and what the sheet has for a mapping file to be made of. */
final class LayoutMapping {

    private static final int SAMPLES = 3;
    private static final int SAMPLE_LENGTH = 30;

    /** Fields that gather what all their columns say. */
    private static final Set<String> SEVERAL = Set.of("os", "software", "location", "note", "vulnerabilities", "cvss", "cvssVector", "dealer",
            "what", "otherId");

    private final HeaderFinder finder;
    private final HeaderVocabulary vocabulary;
    private final LayoutWords words;
    private final MappingUse use;
    private final RawSheet sheet;
    private final @Nullable SheetRole forced;

    LayoutMapping(HeaderFinder finder, HeaderVocabulary vocabulary, LayoutWords words, MappingUse use, RawSheet sheet,
            @Nullable SheetRole forced) {
        this.words = words;
        this.finder = finder;
        this.vocabulary = vocabulary;
        this.use = use;
        this.sheet = sheet;
        this.forced = forced;
    }

    @Nullable
    SheetRole forced() {
        return forced;
    }

    /** Only a sheet whose header is that of the layout to the letter is left out: one that is merely alike may be data. */
    boolean isLeftOut(LayoutIssues issues) {
        for (Layout layout : use.layouts()) {
            int at = layout.reading() == Layout.Use.LEFT_OUT ? finder.find(sheet, layout) : -1;
            if (at >= 0 && finder.alike(sheet, layout, at) == 1) {
                use.met(layout);
                issues.leftOut(use.file(layout), layout.name());
                return true;
            }
        }
        return false;
    }

    /** The header of the sheet's first table as the mapping has it; empty where no layout fits. */
    List<Header> first(LayoutIssues issues) {
        Layout best = null;
        int at = -1;
        double alike = 0;
        for (Layout layout : use.layouts()) {
            int found = role(layout) == null || layout.reading() == Layout.Use.LEFT_OUT ? -1 : finder.find(sheet, layout);
            double much = found < 0 ? 0 : finder.alike(sheet, layout, found);
            // of two tables on a sheet the upper one is the first
            if (much > 0 && (best == null || much == 1 && alike == 1 && found < at || much > alike)) {
                best = layout;
                at = found;
                alike = much;
            }
        }
        return best == null ? List.of() : use(best, at, alike, issues);
    }

    /** The header of a further table, the same as a layout of the mapping to the letter. */
    List<Header> at(int i, List<Header> now, LayoutIssues issues) {
        RawRow row = sheet.rows().get(i);
        for (Layout layout : use.layouts()) {
            if (layout.headerRows() > 0 && layout.reading() != Layout.Use.LEFT_OUT && role(layout) != null
                    && startsAlike(row, layout) && finder.alike(sheet, layout, i) == 1) {
                List<Header> found = finder.mapped(sheet, layout, java.util.Objects.requireNonNull(role(layout)), i);
                boolean again = !found.isEmpty() && found.get(0).role() == now.get(0).role()
                        && found.get(0).columns().stream().map(Column::header).toList()
                                .equals(now.get(0).columns().stream().map(Column::header).toList());
                if (!again && !found.isEmpty()) {
                    use.met(layout);
                    issues.mapped(use.file(layout), layout.name());
                }
                return found;
            }
        }
        return List.of();
    }

    /** A look at one cell, since this is asked of every row. */
    private boolean startsAlike(RawRow row, Layout layout) {
        for (int c = 0; c < row.width(); c++) {
            if (row.cell(c) instanceof CellValue.Text text && !text.isBlank()) {
                String key = vocabulary.key(text.text());
                return layout.entries().stream().anyMatch(entry -> vocabulary.key(entry.header()).startsWith(key));
            } else if (!row.cell(c).isBlank()) {
                return false;
            }
        }
        return false;
    }

    private @Nullable SheetRole role(Layout layout) {
        if (layout.role() != null) {
            return forced == null || forced == layout.role() ? layout.role() : null;
        }
        // a layout that leaves the role open still decides its columns
        List<Header> found = layout.reading() == Layout.Use.RECOGNISED
                && layout.entries().stream().anyMatch(Layout.Entry::isDecided) ? finder.find(sheet, forced) : List.of();
        return found.isEmpty() ? null : found.get(0).role();
    }

    private List<Header> use(Layout layout, int at, double alike, LayoutIssues issues) {
        List<Header> found = finder.mapped(sheet, layout, java.util.Objects.requireNonNull(role(layout)), at);
        if (found.isEmpty()) {
            return found;
        }
        use.met(layout);
        found.forEach(header -> shared(header, use.file(layout), issues));
        if (alike == 1) {
            issues.mapped(use.file(layout), layout.name());
            return found;
        }
        List<String> here = found.stream().flatMap(h -> h.columns().stream()).map(Column::header).toList();
        List<String> there = layout.entries().stream().map(Layout.Entry::header).toList();
        issues.nearlyMapped(use.file(layout), layout.name(), missing(here, there), missing(there, here));
        return found;
    }

    /** Several columns for a field of one value may be meant, or a slip of the drop-down: it is told. */
    private static void shared(Header header, String file, LayoutIssues issues) {
        Map<String, List<Column>> byField = header.columns().stream()
                .filter(c -> c.field() != null && c.reading().recognition().how() == How.MAPPING)
                .collect(Collectors.groupingBy(c -> String.valueOf(c.field()), LinkedHashMap::new, Collectors.toList()));
        byField.forEach((field, columns) -> {
            if (columns.size() > 1 && !SEVERAL.contains(field.replace(Fields.OF_DEVICE, ""))) {
                issues.mappedTwice(file, Fields.label(header.role(), field), columns.stream()
                        .map(c -> CellRef.letters(c.index())).collect(Collectors.joining(", ")));
            }
        });
    }

    private String missing(List<String> some, List<String> others) {
        List<String> keys = others.stream().map(vocabulary::key).toList();
        String names = some.stream().filter(text -> !keys.contains(vocabulary.key(text))).map(LayoutMapping::oneLine)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "-" : names;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Remembers a table whose header was found. */
    void saw(List<Header> headers) {
        Header first = headers.get(0);
        List<Column> columns = headers.stream().flatMap(header -> header.columns().stream()).toList();
        // headings and totals are no samples
        saw(row -> RowKind.of(row, 0, row.width(), first, sheet.marks(), words) == RowKind.DATA, first.role(), first.firstRow(), first.lastRow() - first.firstRow() + 1, first.lastRow(),
                columns.stream().map(Column::reading).toList(), columns.stream().map(Column::index).toList());
    }

    /** Remembers a sheet nobody understood, with the first wide row as its likely header. */
    void sawUnread() {
        RawRow head = sheet.rows().stream().filter(row -> LayoutIssues.filled(row) >= 3).findFirst().orElse(null);
        if (head == null) {
            return;
        }
        boolean data = UnreadSheet.isUnheaded(sheet);
        List<ColumnReading> columns = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        for (int c = 0; c < head.width(); c++) {
            if (!head.cell(c).isBlank()) {
                String header = data ? CellRef.letters(c) : head.cell(c).text().strip();
                columns.add(new ColumnReading(CellRef.letters(c), header, null, Recognition.NONE));
                indexes.add(c);
            }
        }
        saw(row -> true, null, head.number(), data ? 0 : 1, data ? head.number() - 1 : head.number(), columns, indexes);
    }

    private void saw(Predicate<RawRow> isSample, @Nullable SheetRole role, int row, int rows, int last, List<ColumnReading> columns,
            List<Integer> indexes) {
        String name = sheet.name() == null ? sheet.file() : sheet.name();
        String fingerprint = Stream.concat(Stream.of(String.valueOf(role), rows == 0 ? name : ""),
                columns.stream().map(column -> vocabulary.key(column.header()))).collect(Collectors.joining("\n"));
        List<RawRow> below = sheet.rows().stream().filter(r -> r.number() > last && !r.isBlank() && isSample.test(r)).limit(50).toList();
        use.saw(new Seen(fingerprint, sheet.file(), sheet.name(), role, row, Math.max(0, rows), columns,
                indexes.stream().map(c -> samples(below, c)).toList()));
    }

    private static String samples(List<RawRow> rows, int column) {
        return rows.stream().map(row -> oneLine(row.cell(column).shown())).filter(text -> !text.isEmpty()).distinct().limit(SAMPLES)
                .map(text -> text.length() > SAMPLE_LENGTH ? text.substring(0, SAMPLE_LENGTH) + "…" : text)
                .collect(Collectors.joining(" | "));
    }
}
