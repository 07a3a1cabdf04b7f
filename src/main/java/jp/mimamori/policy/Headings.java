package jp.mimamori.policy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.sheet.Grid;
import org.jspecify.annotations.Nullable;

/** Which column of a sheet is which, told by its headings alone: the order of columns never matters. */
final class Headings {

    static final String RULE = "heading.rule";
    private static final String REASON_JA = "heading.reasonJa";
    private static final String REASON_EN = "heading.reasonEn";
    private static final String NOTE = "heading.note";
    private static final Wording WORDS = Wording.of(Headings.class);

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Grid.Line> data = new ArrayList<>();

    private Headings() {
    }

    /**
     * Finds the heading row, which is the first one with 番号.
     *
     * @param labels    the columns this sheet must have, beside number and reasons
     * @param reasoned  whether it must have reasons in both languages
     * @return null where a column is missing, unknown or doubled; {@code problems} then says which
     */
    static @Nullable Headings find(Grid grid, List<Message> labels, boolean reasoned, Problems problems) {
        List<Message> wanted = new ArrayList<>(labels);
        wanted.add(0, WORDS.message(RULE));
        if (reasoned) {
            wanted.add(WORDS.message(REASON_JA));
            wanted.add(WORDS.message(REASON_EN));
        }
        List<Message> allowed = new ArrayList<>(wanted);
        allowed.add(WORDS.message(NOTE));

        int header = -1;
        for (int i = 0; i < grid.rows().size() && header < 0; i++) {
            if (grid.rows().get(i).cells().stream().anyMatch(cell -> means(cell, WORDS.message(RULE)))) {
                header = i;
            }
        }
        if (header < 0) {
            problems.add("POLICY-002", grid, null, null, "heading.none", grid.sheet());
            return null;
        }
        Headings headings = new Headings();
        if (!headings.columns(grid, grid.rows().get(header), wanted, allowed, problems)) {
            return null;
        }
        int first = header + 1;
        if (first < grid.rows().size() && means(headings.text(grid.rows().get(first), RULE), WORDS.message(RULE))) {
            first++;
        }
        headings.data.addAll(grid.rows().subList(first, grid.rows().size()));
        headings.strayCells(grid, problems);
        return headings;
    }

    private boolean columns(Grid grid, Grid.Line line, List<Message> wanted, List<Message> allowed, Problems problems) {
        boolean good = true;
        for (int column = 0; column < line.cells().size(); column++) {
            String text = line.cell(column);
            if (text.isEmpty()) {
                continue;
            }
            Message meant = allowed.stream().filter(label -> means(text, label)).findFirst().orElse(null);
            String cell = Grid.column(column) + line.number();
            if (meant == null) {
                problems.add("POLICY-002", grid, cell, text, "heading.unknown", text,
                        new Bilingual(near(text, allowed, Language.JA), near(text, allowed, Language.EN)));
                good = false;
            } else if (columns.putIfAbsent(meant.key(), column) != null) {
                problems.add("POLICY-002", grid, cell, text, "heading.twice", text);
                good = false;
            }
        }
        boolean complete = good;
        for (Message label : wanted) {
            if (good && !columns.containsKey(label.key())) { // an unknown heading is likely the one that is missing
                problems.add("POLICY-002", grid, "A" + line.number(), null, "heading.missing", label);
                complete = false;
            }
        }
        return complete;
    }

    private void strayCells(Grid grid, Problems problems) {
        for (Grid.Line line : data) {
            for (int column = 0; column < line.cells().size(); column++) {
                if (!line.cell(column).isEmpty() && !columns.containsValue(column)) {
                    problems.add("POLICY-012", grid, Grid.column(column) + line.number(), line.cell(column), "cell.stray",
                            line.cell(column));
                }
            }
        }
    }

    private static boolean means(String text, Message label) {
        String plain = Words.plain(text);
        return plain.equals(Words.plain(label.in(Language.JA))) || plain.equals(Words.plain(label.in(Language.EN)));
    }

    private static String near(String text, List<Message> labels, Language language) {
        return labels.stream().sorted(Comparator.comparingInt(label -> Math.min(
                        Words.distance(Words.plain(text), Words.plain(label.in(Language.JA))),
                        Words.distance(Words.plain(text), Words.plain(label.in(Language.EN))))))
                .limit(3).map(label -> label.in(language)).collect(Collectors.joining(language == Language.JA ? "、" : ", "));
    }

    /** Rows below the headings. */
    List<Grid.Line> data() {
        return data;
    }

    String rule(Grid.Line line) {
        return text(line, RULE);
    }

    String text(Grid.Line line, String key) {
        return line.cell(requireNonNull(columns.get(key)));
    }

    /** The cell in A1 notation. */
    String cell(Grid.Line line, String key) {
        return Grid.column(requireNonNull(columns.get(key))) + line.number();
    }

    Bilingual reason(Grid grid, Grid.Line line, Problems problems) {
        for (String key : List.of(REASON_JA, REASON_EN)) {
            if (text(line, key).isEmpty()) {
                problems.add("POLICY-006", grid, cell(line, key), null, "reason.blank");
            }
        }
        return new Bilingual(text(line, REASON_JA), text(line, REASON_EN));
    }
}
