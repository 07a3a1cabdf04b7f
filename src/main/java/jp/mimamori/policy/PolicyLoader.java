package jp.mimamori.policy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.mimamori.decision.OverrideTerms;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Control;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.Question;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.sheet.Grid;
import jp.mimamori.policy.sheet.PolicyWorkbook;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/** Reads a policy off the shelf: rule files as they stand, tables strictly. */
public final class PolicyLoader {

    private static final String TABLES = "spreadsheets/policy";
    private static final String RULES = "rules";
    private static final Wording WORDS = Wording.of(PolicyLoader.class);

    private final Shelf shelf;
    /** In an order of their own, so that asking for them in another makes no other version. */
    private final TreeSet<String> profiles;
    private final Problems problems = new Problems();
    private final Fingerprint fingerprint = new Fingerprint();

    private PolicyLoader(Shelf shelf, List<String> profiles) {
        this.shelf = shelf;
        this.profiles = new TreeSet<>(profiles);
    }

    /**
     * The rule set on {@code shelf}.
     *
     * @throws PolicyException where anything in it cannot be used, with every problem found
     */
    public static RuleSet load(Shelf shelf) throws PolicyException {
        return load(shelf, List.of());
    }

    /**
     * The rule set on {@code shelf} with {@link Profiles} on top: their tables and rule files add claims to the policy's own.
     *
     * @param profiles names out of {@link Profiles#names}, in any order
     * @throws PolicyException where anything in it cannot be used, with every problem found
     */
    public static RuleSet load(Shelf shelf, List<String> profiles) throws PolicyException {
        return new PolicyLoader(shelf, profiles).load();
    }

    private RuleSet load() throws PolicyException {
        Profiles brought = new Profiles(shelf, problems);
        profiles.forEach(brought::require);
        problems.throwIfAny();
        Map<String, Control> controls = ControlCatalogue.load(shelf);
        Map<String, String> rules = new LinkedHashMap<>(rules(RULES));
        List<Grid> grids = grids(TABLES);
        if (grids.isEmpty() && problems.count() == 0) {
            problems.add("POLICY-001", Place.file(TABLES), null, "workbook.none", TABLES);
        }

        TableReader reader = new TableReader(controls, problems);
        List<PolicyTable> tables = new ArrayList<>();
        for (Question question : Question.values()) {
            Grid grid = question.optional() && Profiles.called(grids, question.title()).isEmpty() ? null
                    : sheet(grids, question.title());
            PolicyTable table = grid == null ? null : reader.read(question, grid);
            if (table != null) {
                tables.add(table);
            }
        }
        Profiles.strays(grids, problems);
        for (String profile : profiles) {
            Map<String, String> files = rules(Profiles.folder(RULES, profile));
            brought.examine(files);
            rules.putAll(files);
            tables.addAll(brought.tables(grids(Profiles.folder(TABLES, profile)), reader));
        }
        for (Question question : Question.values()) {
            String path = RULES + "/" + question.key() + ".drl";
            boolean asked = !question.optional() || tables.stream().anyMatch(table -> table.question() == question);
            if (asked && !rules.containsKey(path)) {
                problems.add("POLICY-001", Place.file(path), null, "rule.missing", path);
            }
        }
        uniqueRules(tables);
        Unknowns unknowns = unknowns(sheet(grids, WORDS.message("sheet.unknowns")), reader);
        OverrideTerms overrides = new OverrideSheet(reader, problems).read(sheet(grids, OverrideSheet.title()));
        if (problems.count() == 0) {
            tables.forEach(this::gap);
        }
        problems.throwIfAny();
        return new RuleSet(fingerprint.version(), named(name(sheet(grids, WORDS.message("sheet.version")))), tables, rules,
                requireNonNull(unknowns), requireNonNull(overrides), controls);
    }

    /** What the version sheet calls the policy, and with which profiles. */
    private String named(String name) {
        return profiles.isEmpty() ? name : name + "＋" + String.join("＋", profiles);
    }

    private Map<String, String> rules(String folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String path : shelf.list(folder, ".drl")) {
            String text = new String(shelf.read(path), StandardCharsets.UTF_8).replace("\r\n", "\n");
            texts.put(path, text);
            fingerprint.add(path, text);
        }
        return texts;
    }

    private List<Grid> grids(String folder) {
        List<Grid> grids = new ArrayList<>();
        for (String path : shelf.list(folder, ".xlsx")) {
            String file = path.substring(path.lastIndexOf('/') + 1);
            try {
                List<Grid> sheets = PolicyWorkbook.read(file, shelf.read(path));
                sheets.forEach(sheet -> fingerprint.add(path, sheet));
                grids.addAll(sheets);
            } catch (IOException | UncheckedIOException e) {
                problems.add("POLICY-008", Place.file(file), null, "workbook.unreadable", file);
            }
        }
        return grids;
    }

    private @Nullable Grid sheet(List<Grid> grids, Message title) {
        List<Grid> found = Profiles.called(grids, title);
        if (found.isEmpty()) {
            String near = String.join("、", Words.nearest(title.in(Language.JA), grids.stream().map(Grid::sheet).toList(), 3));
            problems.add("POLICY-001", Place.file(TABLES), null, "sheet.missing", title, near);
            return null;
        }
        if (found.size() > 1) {
            Grid twin = found.get(1);
            problems.add("POLICY-001", twin, null, null, "sheet.twice", twin.sheet(), found.get(0).file());
        }
        return found.get(0);
    }

    private void uniqueRules(List<PolicyTable> tables) {
        Map<String, PolicyTable> seen = new HashMap<>();
        for (PolicyTable table : tables) {
            for (PolicyRow row : table.rows()) {
                PolicyTable other = seen.putIfAbsent(row.rule(), table);
                if (other != null) {
                    problems.add("POLICY-005", new Place(table.file(), table.sheet(), null, row.row()), row.rule(),
                            "rule.twice", row.rule(), other.sheet());
                }
            }
        }
    }

    private void gap(PolicyTable table) {
        if (table.question().total()) {
            Gaps.first(table).ifPresent(state -> problems.add("POLICY-009", Place.sheet(table.file(), table.sheet()), null,
                    "table.gap", table.sheet(), new Bilingual(describe(state, Language.JA), describe(state, Language.EN))));
        }
    }

    private static String describe(Map<Input, Enum<?>> state, Language language) {
        return state.entrySet().stream()
                .map(entry -> entry.getKey().label().in(language) + " = " + Wording.label(language, entry.getValue()))
                .collect(Collectors.joining(language == Language.JA ? "、" : ", "));
    }

    private @Nullable Unknowns unknowns(@Nullable Grid grid, TableReader reader) {
        if (grid == null) {
            return null;
        }
        Message item = WORDS.message("heading.item");
        Message value = WORDS.message("heading.value");
        Headings headings = Headings.find(grid, List.of(item, value), true, problems);
        if (headings == null) {
            return null;
        }
        Map<Input, Enum<?>> cautious = new EnumMap<>(Input.class);
        for (Grid.Line line : headings.data()) {
            String name = headings.text(line, item.key());
            Input input = inputNamed(name);
            headings.reason(grid, line, problems);
            if (input == null) {
                problems.add("POLICY-003", grid, headings.cell(line, item.key()), name, "cell.word", item, name,
                        new Bilingual(risks(name, Language.JA), risks(name, Language.EN)));
                continue;
            }
            String word = headings.text(line, value.key());
            Enum<?> meant = reader.words(input).value(word);
            if (meant == null) {
                problems.add("POLICY-003", grid, headings.cell(line, value.key()), word, "cell.word", input.label(), word,
                        TableReader.near(reader.words(input), word));
            } else {
                cautious.put(input, meant);
            }
        }
        List<Input> wanted = new ArrayList<>(Unknowns.RISKS);
        wanted.add(Input.URGENCY);
        for (Input risk : wanted) {
            if (!cautious.containsKey(risk) && problems.count() == 0) {
                problems.add("POLICY-013", grid, null, null, "unknown.missing", risk.label());
            }
        }
        return problems.count() > 0 ? null : new Unknowns(cautious, (Urgency) requireNonNull(cautious.get(Input.URGENCY)));
    }

    private static String risks(String name, Language language) {
        List<String> names = Unknowns.RISKS.stream().map(risk -> risk.label().in(language)).toList();
        return String.join(language == Language.JA ? "、" : ", ", Words.nearest(name, names, 3));
    }

    private static @Nullable Input inputNamed(String name) {
        for (Input input : Input.values()) {
            for (Language language : Language.values()) {
                if (Words.plain(input.label().in(language)).equals(Words.plain(name))) {
                    return input;
                }
            }
        }
        return null;
    }

    private static String name(@Nullable Grid grid) {
        return grid == null ? "" : grid.rows().stream()
                .filter(line -> Words.plain(line.cell(0)).equals(Words.plain(WORDS.text(Language.JA, "version.name"))))
                .map(line -> line.cell(1)).findFirst().orElse("");
    }
}
