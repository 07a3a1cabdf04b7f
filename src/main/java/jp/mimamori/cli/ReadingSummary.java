package jp.mimamori.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.How;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/** What {@code read} shows of each sheet: its header row, what each column was read as, what is asked and what is left out. */
final class ReadingSummary {

    private static final Wording WORDS = Wording.of(ReadingSummary.class);
    /** From here on nothing need be said of how sure a column is. */
    private static final double CERTAIN = 0.9;
    private static final int HEADER_WIDTH = 32;
    /** A table of hours or days is told in a line. */
    private static final int FORM_COLUMNS = 5;

    private final Terminal terminal;
    private final Language language;

    ReadingSummary(Terminal terminal) {
        this.terminal = terminal;
        this.language = terminal.language();
    }

    void columns(Reading reading) {
        for (SourceFile file : reading.sources()) {
            Map<Alike, List<SheetReading>> alike = file.sheets().stream()
                    .filter(sheet -> sheet.role() != null && !sheet.columns().isEmpty())
                    .collect(Collectors.groupingBy(sheet -> new Alike(sheet.role(), sheet.headerRow(), sheet.columns()),
                            LinkedHashMap::new, Collectors.toList()));
            alike.values().forEach(sheets -> columns(file.file(), sheets));
        }
    }

    /** Sheets with the same columns, as of one department each, are told once. */
    private record Alike(@Nullable SheetRole role, @Nullable Integer headerRow, List<ColumnReading> columns) {
    }

    private void columns(String file, List<SheetReading> sheets) {
        SheetReading first = sheets.get(0);
        String names = sheets.stream().map(SheetReading::name).filter(Objects::nonNull).collect(Collectors.joining(text("summary.and")));
        if (first.role() != null) {
            columns(names.isEmpty() ? file : file + " [" + names + "]", first, first.role());
        }
    }

    private void columns(String name, SheetReading sheet, SheetRole role) {
        List<ColumnReading> read = sheet.columns().stream().filter(column -> column.field() != null).toList();
        String why = read.stream().filter(column -> column.recognition().how() != How.FORM).limit(3)
                .map(column -> label(role, String.valueOf(column.field()))).collect(Collectors.joining(text("summary.and")));
        terminal.say("");
        terminal.say(sheet.headerRow() == null ? text("columns.unheaded", name, role)
                : text("columns.head", name, role, sheet.headerRow(), why));
        long formed = read.stream().filter(column -> column.recognition().how() == How.FORM).count();
        for (ColumnReading column : read) {
            if (column.recognition().how() != How.FORM || formed <= FORM_COLUMNS) {
                line(role, column);
            }
        }
        if (formed > FORM_COLUMNS) {
            terminal.say("    " + text("columns.formed", formed));
        }
        named("columns.asked", role, sheet.columns().stream().filter(column -> column.recognition().asked()).toList());
        named("columns.ignored", role, sheet.columns().stream()
                .filter(column -> column.field() == null && !column.recognition().asked()).toList());
    }

    private void line(SheetRole role, ColumnReading column) {
        String sure = column.recognition().sure() >= CERTAIN || column.recognition().how() == How.MAPPING ? ""
                : text("columns.sure", Math.round(column.recognition().sure() * 100), String.valueOf(column.recognition().synonym()));
        String alternative = column.recognition().alternative();
        terminal.say("    " + Columns.pad(column.column(), 4) + Columns.pad(clipped(oneLine(column.header())), HEADER_WIDTH + 2) + "→ "
                + label(role, String.valueOf(column.field())) + sure
                + (alternative == null ? "" : text("columns.or", label(role, alternative))));
    }

    private void named(String key, SheetRole role, List<ColumnReading> columns) {
        if (!columns.isEmpty()) {
            terminal.say("    " + text(key, columns.stream().map(column -> oneLine(column.header()) + " (" + column.column() + ")"
                    + (column.recognition().asked() ? text("columns.perhaps",
                            label(role, String.valueOf(column.recognition().alternative()))) : ""))
                    .collect(Collectors.joining(text("summary.and")))));
        }
    }

    private String label(SheetRole role, String field) {
        return Fields.label(role, field).in(language);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String clipped(String text) {
        String rest = text;
        while (Columns.width(rest) > HEADER_WIDTH) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
        }
        return rest.equals(text) ? text : rest.substring(0, rest.offsetByCodePoints(rest.length(), -1)) + "…";
    }

    private String text(String key, Object... args) {
        return WORDS.text(language, key, args);
    }
}
