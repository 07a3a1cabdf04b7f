package jp.mimamori.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.How;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Layout;
import jp.mimamori.intake.mapping.Seen;
import org.jspecify.annotations.Nullable;

/** What somebody says of a sheet's layout, on top of what was said of it before. */
final class Correction {

    private Correction() {
    }

    /** What a layout is known by: its headers, or, for a sheet without any, its name. */
    static String key(Seen seen) {
        String name = seen.sheet() == null ? seen.file() : seen.sheet();
        return Sha256.of((seen.headerRows() == 0 ? "sheet " + name : "headers") + "\n"
                + seen.columns().stream().map(ColumnReading::header).collect(Collectors.joining("\n")));
    }

    /** What people call it in the list of remembered layouts. */
    static String name(Seen seen) {
        return seen.sheet() == null ? seen.file() : seen.file() + " [" + seen.sheet() + "]";
    }

    /**
     * The layout with one column read otherwise.
     *
     * @param letters the column's
     * @param field   our field; null to ignore the column
     */
    static Layout column(Seen seen, @Nullable Layout before, String letters, @Nullable String field) {
        List<Layout.Entry> entries = new ArrayList<>();
        for (int i = 0; i < seen.columns().size(); i++) {
            ColumnReading column = seen.columns().get(i);
            entries.add(column.column().equals(letters)
                    ? new Layout.Entry(column.header(), field == null ? Layout.Use.LEFT_OUT : Layout.Use.READ, field) : entry(before, i, column));
        }
        return layout(seen, seen.role() == null ? Layout.Use.RECOGNISED : Layout.Use.READ, seen.role(), entries);
    }

    /** The layout read as {@code role}; null where such sheets are left out. What was said of its columns belonged to another role. */
    static Layout role(Seen seen, @Nullable SheetRole role) {
        List<Layout.Entry> entries = new ArrayList<>();
        seen.columns().forEach(column -> entries.add(new Layout.Entry(column.header(), Layout.Use.RECOGNISED, null)));
        return layout(seen, role == null ? Layout.Use.LEFT_OUT : Layout.Use.READ, role, entries);
    }

    private static Layout.Entry entry(@Nullable Layout before, int i, ColumnReading column) {
        if (before != null && i < before.entries().size() && before.entries().get(i).header().equals(column.header())) {
            return before.entries().get(i);
        }
        return column.recognition().how() == How.MAPPING && column.field() != null ? new Layout.Entry(column.header(), Layout.Use.READ, column.field())
                : new Layout.Entry(column.header(), Layout.Use.RECOGNISED, null);
    }

    private static Layout layout(Seen seen, Layout.Use reading, @Nullable SheetRole role, List<Layout.Entry> entries) {
        return new Layout(name(seen), reading, role, seen.headerRows(), seen.headerRow(), seen.sheet() == null ? seen.file() : seen.sheet(), entries);
    }
}
