package jp.mimamori.handback;

import java.util.Comparator;
import java.util.List;
import jp.mimamori.intake.HandedBack;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** What a problems sheet says, before any file format. */
public final class ProblemList {

    private static final Wording WORDS = Wording.of(ProblemList.class);

    private final HandedFile file;
    private final Language language;
    private final boolean signed;
    private final int uncoloured;
    private final @Nullable String copy;

    /**
     * @param signed whether the file had a signature that the marks break
     * @param uncoloured how many cells could not be given a colour
     * @param copy   the name of the sheet a text file was copied into; null where the file is a workbook itself
     */
    public ProblemList(HandedFile file, Language language, boolean signed, int uncoloured, @Nullable String copy) {
        this.file = file;
        this.language = language;
        this.signed = signed;
        this.uncoloured = uncoloured;
        this.copy = copy;
    }

    /** A line of the list; {@code target} is the cell it leads to, null where it leads nowhere. */
    public record Line(Severity severity, String kind, String sheet, String cell, String column, String value, String message, String code,
            @Nullable String target) {

        /** In points, as high as its texts need in columns of these widths (in the characters by which Excel measures a column). */
        public int height(double sheetWidth, double columnWidth, double valueWidth, double messageWidth) {
            int rows = Math.max(Math.max(rows(sheet, sheetWidth), rows(column, columnWidth)), Math.max(rows(value, valueWidth), rows(message, messageWidth)));
            return Math.min(400, rows * 13 + 4);
        }

        private static int rows(String text, double width) {
            int rows = 0;
            for (String part : text.split("\n", -1)) {
                int halves = part.codePoints().map(c -> c < 0x250 || c >= 0xFF61 && c <= 0xFF9F ? 1 : 2).sum();
                rows += Math.max(1, (int) Math.ceil(halves / (width * 1.1)));
            }
            return rows;
        }
    }

    public String name() {
        return text("sheet.name");
    }

    /** The title by which the sheet is known when it comes back. */
    public String title() {
        return text("sheet.title", file.source().file()) + HandedBack.TITLE_END;
    }

    public String kind(Severity severity) {
        return symbol(severity) + " " + text("word." + severity);
    }

    /** The severity as a shape, so that it is not told by colour alone. */
    private static String symbol(Severity severity) {
        return switch (severity) {
            case ERROR -> "×";
            case WARNING -> "？";
            case INFO -> "・";
        };
    }

    public String count(Severity severity) {
        return text("sheet.count", file.issues().stream().filter(issue -> issue.severity() == severity).count());
    }

    public String about(Severity severity) {
        return text("sheet.about." + severity);
    }

    /** How to go on, and whatever else is to be known, a sentence or two each. */
    public List<String> notes() {
        List<String> notes = new java.util.ArrayList<>();
        notes.add(text(file.issues().isEmpty() ? "sheet.none" : "sheet.next"));
        if (copy != null) {
            notes.add(text("sheet.text", file.source().file()));
        }
        if (uncoloured > 0) {
            notes.add(text("sheet.uncoloured", uncoloured));
        }
        if (signed) {
            notes.add(text("sheet.signed"));
        }
        return notes;
    }

    public List<String> heads() {
        return List.of("severity", "sheet", "cell", "column", "value", "message", "code").stream()
                .map(head -> text("sheet.head." + head)).toList();
    }

    /** All problems, the gravest first, then in the order of the file. */
    public List<Line> lines() {
        return file.issues().stream().sorted(Comparator.comparing(Issue::severity)).map(this::line).toList();
    }

    private Line line(Issue issue) {
        String cell = CellRemarks.cell(issue, file.source());
        String sheet = issue.place().sheet() != null ? issue.place().sheet() : copy != null ? copy : "";
        return new Line(issue.severity(), kind(issue.severity()), sheet, cell == null ? "" : cell, plain(issue.column()), plain(issue.value()),
                issue.message().in(language), issue.code(), cell == null || sheet.isEmpty() ? null : "'" + sheet.replace("'", "''") + "'!" + cell);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private String text(String key, Object... args) {
        return WORDS.text(language, key, args);
    }
}
