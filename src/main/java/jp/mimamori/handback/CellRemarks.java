package jp.mimamori.handback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.intake.HandedBack;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** The issues of a file at their cells, and what a comment says of them. */
public final class CellRemarks {

    /** Assumptions beyond this many cells of a sheet stand on the problems sheet alone: a sheet full of comments helps nobody. */
    static final int MOST_ASSUMPTIONS = 1_000;
    /** So many comments a workbook still opens with; every cell beyond is coloured and stands on the problems sheet. */
    static final int MOST_COMMENTS = 20_000;
    private static final int LONGEST = 8_000;
    private static final Wording WORDS = Wording.of(CellRemarks.class);

    private final Language language;

    public CellRemarks(Language language) {
        this.language = language;
    }

    /** The issues of {@code file} by sheet (null in a text file) and cell ({@code F17}); those that belong to no cell are left out. */
    public static Map<@Nullable String, Map<String, List<Issue>>> byCell(HandedFile file) {
        Map<@Nullable String, Map<String, List<Issue>>> sheets = new HashMap<>();
        Map<@Nullable String, Set<String>> assumptions = new HashMap<>();
        List<Issue> gravestFirst = file.issues().stream().sorted(Comparator.comparing(Issue::severity)).toList();
        for (Issue issue : gravestFirst) {
            String cell = cell(issue, file.source());
            if (cell == null) {
                continue;
            }
            String sheet = issue.place().sheet();
            Map<String, List<Issue>> cells = sheets.computeIfAbsent(sheet, s -> new LinkedHashMap<>());
            if (issue.severity() == Severity.INFO && !cells.containsKey(cell)) {
                Set<String> assumed = assumptions.computeIfAbsent(sheet, s -> new HashSet<>());
                if (!assumed.contains(cell) && assumed.size() >= MOST_ASSUMPTIONS || cells.size() >= MOST_COMMENTS) {
                    continue;
                }
                assumed.add(cell);
            }
            cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(issue);
        }
        return sheets;
    }

    /** The cell an issue is shown at: its own, or the first of its row; null where it belongs to no cell. */
    public static @Nullable String cell(Issue issue, SourceFile source) {
        if (issue.place().cell() != null || issue.place().row() == null) {
            return issue.place().cell();
        }
        String column = "A";
        for (SheetReading sheet : source.sheets()) {
            boolean same = sheet.name() == null ? issue.place().sheet() == null : sheet.name().equals(issue.place().sheet());
            if (same && !sheet.columns().isEmpty()) {
                column = sheet.columns().get(0).column();
            }
        }
        return column + issue.place().row();
    }

    /** How much an issue weighs, as a word. */
    public String word(Severity severity) {
        return WORDS.text(language, "word." + severity);
    }

    /** What the comment on a cell says: what, why, and what to write instead; the gravest first. */
    public String comment(List<Issue> issues) {
        List<Issue> sorted = issues.stream().sorted(Comparator.comparing(Issue::severity)).toList();
        Severity worst = sorted.get(0).severity();
        List<String> lines = sorted.stream().map(issue -> WORDS.text(language, issue.severity() == worst ? "comment.line" : "comment.other",
                issue.message(), issue.code(), word(issue.severity()))).distinct().toList();
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() > LONGEST) {
                text.append("\n…");
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(lines.size() > 1 ? WORDS.text(language, "comment.bullet") : "").append(line);
        }
        return HandedBack.remark(WORDS.text(language, "comment.word", word(worst)), text.toString());
    }
}
