package jp.mimamori.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.Question;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.sheet.Grid;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Place;

/**
 * Profiles: folders of further tables and rule files ({@code spreadsheets/policy/profiles/<name>}, {@code rules/profiles/<name>})
 * that a hospital may put on top of its policy. They bring only what makes an outcome stricter: rows of the questions of which
 * one more claim does so ({@link Question#extensible}), never a limit or a leave to accept.
 */
public final class Profiles {

    private static final Wording WORDS = Wording.of(Profiles.class);
    private static final String FOLDER = "/profiles";
    /** Questions whose claims limit or allow, as facts of the rules; a wildcard could hide them. */
    private static final Pattern LENIENT = Pattern.compile("\\b(Reach|Automation|Acceptance)\\b|drools\\s*\\.\\s*\\*");

    private final Shelf shelf;
    private final Problems problems;

    Profiles(Shelf shelf, Problems problems) {
        this.shelf = shelf;
        this.problems = problems;
    }

    /** The names of the profiles on a shelf, sorted; none is on unless it is asked for. */
    public static List<String> names(Shelf shelf) {
        TreeSet<String> names = new TreeSet<>();
        for (String part : List.of("rules", "spreadsheets/policy")) {
            shelf.folders(part + FOLDER).stream().filter(name -> !shelf.list(folder(part, name), ".drl").isEmpty()
                    || !shelf.list(folder(part, name), ".xlsx").isEmpty()).forEach(names::add);
        }
        return List.copyOf(names);
    }

    static String folder(String part, String profile) {
        return part + FOLDER + "/" + profile;
    }

    void require(String profile) {
        List<String> names = names(shelf);
        if (!names.contains(profile)) {
            problems.add("POLICY-016", Place.file("spreadsheets/policy" + FOLDER), profile, "profile.unknown", profile,
                    names.isEmpty() ? both("profile.none") : list(names, names));
        }
    }

    /** Refuses rule files that might do more than add. */
    void examine(Map<String, String> files) {
        files.forEach((path, text) -> {
            List<String> lines = text.lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                if (LENIENT.matcher(lines.get(line)).find()) {
                    problems.add("POLICY-017", new Place(path, null, null, line + 1), null, "profile.rule", path);
                    return;
                }
            }
        });
    }

    /** Its tables; a sheet that is none of those a profile may bring is a problem, lest it be taken for one that counts. */
    List<PolicyTable> tables(List<Grid> grids, TableReader reader) {
        List<PolicyTable> tables = new ArrayList<>();
        for (Grid grid : grids) {
            Question question = Arrays.stream(Question.values()).filter(Question::extensible)
                    .filter(one -> !called(List.of(grid), one.title()).isEmpty()).findFirst().orElse(null);
            if (question == null) {
                refuse(grid);
                continue;
            }
            PolicyTable table = reader.read(question, grid);
            if (table != null) {
                tables.add(table);
            }
        }
        return tables;
    }

    private void refuse(Grid grid) {
        if (isTable(grid) || isTitled(grid)) {
            List<Message> titles = Arrays.stream(Question.values()).filter(Question::extensible).map(Question::title).toList();
            problems.add("POLICY-017", grid, null, null, "profile.sheet", grid.sheet(), list(
                    titles.stream().map(title -> title.in(Language.JA)).toList(),
                    titles.stream().map(title -> title.in(Language.EN)).toList()));
        }
    }

    /** Whether the sheet is called as a table of the policy or as the one of what is assumed of unknowns or of what an approver may change. */
    private static boolean isTitled(Grid grid) {
        return !called(List.of(grid), Wording.of(PolicyLoader.class).message("sheet.unknowns")).isEmpty()
                || !called(List.of(grid), OverrideSheet.title()).isEmpty()
                || Arrays.stream(Question.values()).anyMatch(question -> !called(List.of(grid), question.title()).isEmpty());
    }

    /** A table whose sheet has no name that counts would be left out in silence; where a sheet is missing, that is told already. */
    static void strays(List<Grid> grids, Problems problems) {
        if (problems.count() == 0) {
            grids.stream().filter(grid -> isTable(grid) && !isTitled(grid)).forEach(grid ->
                    problems.add("POLICY-017", grid, null, null, "sheet.stray", grid.sheet()));
        }
    }

    private static boolean isTable(Grid grid) {
        return grid.rows().stream().anyMatch(line -> line.cells().stream().anyMatch(cell ->
                List.of(Language.values()).stream().anyMatch(language -> Words.plain(cell)
                        .equals(Words.plain(WORDS.text(language, Headings.RULE))))));
    }

    /** The sheets of that name, in either language. */
    static List<Grid> called(List<Grid> grids, Message title) {
        return grids.stream().filter(grid -> Words.plain(grid.sheet()).equals(Words.plain(title.in(Language.JA)))
                || Words.plain(grid.sheet()).equals(Words.plain(title.in(Language.EN)))).toList();
    }

    private static Bilingual both(String key) {
        return new Bilingual(WORDS.text(Language.JA, key), WORDS.text(Language.EN, key));
    }

    private static Bilingual list(List<String> ja, List<String> en) {
        return new Bilingual(String.join("、", ja), String.join(", ", en));
    }
}
