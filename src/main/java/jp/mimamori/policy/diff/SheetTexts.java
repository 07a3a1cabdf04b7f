package jp.mimamori.policy.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.OverrideTerm;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.Question;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.policy.sheet.Grid;
import jp.mimamori.policy.sheet.PolicyWorkbook;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/** What the committee's workbooks say besides the rows that decide: notes, titles, the version sheet. */
final class SheetTexts {

    private static final String FOLDER = "spreadsheets/policy";
    private static final Wording HEADINGS = Wording.of(PolicyLoader.class);

    private final List<Grid> grids = new ArrayList<>();

    /** A text and where it stands; what it is about, for the reader. */
    record Text(String what, String text, Place place) {
    }

    private SheetTexts() {
    }

    static SheetTexts of(Shelf shelf) {
        SheetTexts texts = new SheetTexts();
        for (String path : shelf.list(FOLDER, ".xlsx")) {
            try {
                texts.grids.addAll(PolicyWorkbook.read(path.substring(FOLDER.length() + 1), shelf.read(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e); // it was read a moment ago: somebody is writing it
            }
        }
        return texts;
    }

    /** By workbook, sheet and what a line is about: the same line has the same key in both editions, wherever it stands. */
    Map<String, Text> byKey() {
        Map<String, Text> texts = new LinkedHashMap<>();
        grids.forEach(grid -> read(grid, texts));
        return texts;
    }

    /** Where the cautious value of a risk input stands; null where no line is headed by its name. */
    @Nullable Place cautious(Input input) {
        return item("sheet.unknowns", input.label());
    }

    /** Where a limit on overrides stands; null where no line is headed by its name. */
    @Nullable Place override(OverrideTerm term) {
        return item("sheet.overrides", term.label());
    }

    private @Nullable Place item(String sheet, Message name) {
        for (Grid grid : grids) {
            if (isCalled(grid, HEADINGS.message(sheet))) {
                for (Grid.Line line : grid.rows()) {
                    if (line.cells().stream().anyMatch(cell -> means(cell, name))) {
                        return new Place(grid.file(), grid.sheet(), null, line.number());
                    }
                }
            }
        }
        return null;
    }

    private static void read(Grid grid, Map<String, Text> texts) {
        boolean table = java.util.Arrays.stream(Question.values()).anyMatch(question -> isCalled(grid, question.title()));
        Grid.Line header = grid.rows().stream()
                .filter(line -> line.cells().stream().anyMatch(cell -> means(cell, HEADINGS.message("heading.rule")))).findFirst()
                .orElse(null);
        int number = header == null ? 0 : column(header, "heading.rule");
        Map<String, Integer> seen = new TreeMap<>();
        for (Grid.Line line : grid.rows()) {
            String first = line.cell(number);
            String what = header == null ? line.cell(0) : PolicyRow.isRuleNumber(first) ? first : "";
            String text = table && !what.isEmpty() && header != null ? note(line, header) : rest(line, header, what);
            String key = grid.file() + "/" + grid.sheet() + "/" + (what.isEmpty() ? "=" + text : what);
            int copy = seen.merge(key, 1, Integer::sum);
            if (!text.isEmpty()) {
                texts.put(key + "/" + copy, new Text(what, text, new Place(grid.file(), grid.sheet(), null, line.number())));
            }
        }
    }

    private static String note(Grid.Line line, Grid.Line header) {
        int column = column(header, "heading.note");
        return column < 0 ? "" : line.cell(column);
    }

    /** The whole line but the cell that names it; of a cautious value its reasons and note alone. */
    private static String rest(Grid.Line line, Grid.@Nullable Line header, String what) {
        int value = header == null || what.isEmpty() ? -1 : column(header, "heading.value");
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            if (i != value && !line.cell(i).isEmpty() && !line.cell(i).equals(what)) {
                cells.add(line.cell(i));
            }
        }
        return cells.stream().collect(Collectors.joining(" | "));
    }

    private static int column(Grid.Line header, String key) {
        for (int i = 0; i < header.cells().size(); i++) {
            if (means(header.cell(i), HEADINGS.message(key))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isCalled(Grid grid, Message title) {
        return means(grid.sheet(), title);
    }

    private static boolean means(String text, Message label) {
        String plain = plain(text);
        return plain.equals(plain(label.in(Language.JA))) || plain.equals(plain(label.in(Language.EN)));
    }

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
