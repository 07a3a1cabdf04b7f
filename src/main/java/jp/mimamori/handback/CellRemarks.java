package jp.mimamori.handback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
    /** An assumption at more cells of a sheet than this, and more than one row in {@link #HABIT_ROWS}, is a habit of the sheet: it is told once, in the list. */
    static final int HABIT_CELLS = 30;
    static final int HABIT_ROWS = 20;
    /** What tells of the sheet's layout, of columns or of comments that are not read, and of the whole file: nothing that is written in the cell. */
    private static final Predicate<Issue> CHATTER = issue -> issue.code().startsWith("INTAKE-2") || issue.code().equals("INTAKE-357");
    private static final int LONGEST = 8_000;
    private static final Wording WORDS = Wording.of(CellRemarks.class);

    private final Language language;

    public CellRemarks(Language language) {
        this.language = language;
    }

    /** The issues of {@code file} by sheet (null in a text file) and cell ({@code F17}); those that belong to no cell are left out, and assumptions that are not about its value. */
    public static Map<@Nullable String, Map<String, List<Issue>>> byCell(HandedFile file) {
        Map<@Nullable String, Map<String, List<Issue>>> sheets = new HashMap<>();
        Map<@Nullable String, Set<String>> assumptions = new HashMap<>();
        List<Issue> gravestFirst = file.issues().stream().sorted(Comparator.comparing(Issue::severity)).toList();
        Set<List<@Nullable String>> habits = habits(file);
        for (Issue issue : gravestFirst) {
            String cell = cell(issue, file.source());
            if (cell == null || issue.severity() == Severity.INFO && (!isOfCell(issue) || habits.contains(kind(issue)))) {
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

    /** Whether an assumption is about the value of one cell. */
    private static boolean isOfCell(Issue issue) {
        return issue.place().cell() != null && !CHATTER.test(issue);
    }

    private static List<@Nullable String> kind(Issue issue) {
        return Arrays.asList(issue.code(), issue.place().sheet());
    }

    private static Set<List<@Nullable String>> habits(HandedFile file) {
        Map<List<@Nullable String>, Integer> counts = new HashMap<>();
        file.issues().stream().filter(issue -> issue.severity() == Severity.INFO).forEach(issue -> counts.merge(kind(issue), 1, Integer::sum));
        Map<@Nullable String, Integer> rows = new HashMap<>();
        file.source().sheets().forEach(sheet -> rows.merge(sheet.name(), sheet.rows(), Integer::sum));
        counts.entrySet().removeIf(kind -> kind.getValue() <= HABIT_CELLS
                || kind.getValue() <= rows.getOrDefault(kind.getKey().get(1), 0) / HABIT_ROWS);
        return Set.copyOf(counts.keySet());
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
