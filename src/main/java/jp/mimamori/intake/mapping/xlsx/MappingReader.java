package jp.mimamori.intake.mapping.xlsx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.intake.mapping.Layout;
import jp.mimamori.intake.mapping.MappingException;
import jp.mimamori.intake.mapping.MappingProfile;
import jp.mimamori.intake.mapping.ValueWord;
import jp.mimamori.intake.mapping.WordMeanings;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.sheet.SheetFiles;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file strictly: a cell that cannot be what it says is an error with its place and the nearest words allowed. */
public final class MappingReader {

    /** Columns that only one field may fill in a sheet are the rule; these may share. */
    private static final Set<String> SHARED = Set.of("os", "software", "location", "note", "vulnerabilities", "cvss", "cvssVector",
            "dealer", "what", "otherId", "network", "remote", "eosDate", "safety", "status", "exploitation", "kev", "poc", "epss", "patch",
            "makerReply");
    private static final Pattern CODE = Pattern.compile(".*[(（]([A-Za-z][A-Za-z0-9.]*)[)）]\\s*");
    private static final int NEAREST = 3;

    private final Fields fields;
    private final WordMeanings words;

    public MappingReader(Fields fields, WordMeanings words) {
        this.fields = fields;
        this.words = words;
    }

    /** Whether {@code sheet} is one of the two that every mapping file has: layouts, columns. */
    public static boolean isPart(RawSheet sheet) {
        String name = sheet.name();
        if (name == null || sheet.rows().isEmpty()) {
            return false;
        }
        List<String> keys = Names.isSheet("layouts", name) ? Names.LAYOUTS : Names.isSheet("columns", name) ? Names.COLUMNS : List.of();
        List<Issue> missing = new ArrayList<>();
        new Grid(sheet, keys, missing);
        return !keys.isEmpty() && missing.isEmpty();
    }

    /** A layout's row, before its columns are known. */
    private record Draft(Grid.Line line, Layout.Use use, @Nullable SheetRole role, int rows, int row, List<Layout.Entry> entries,
            Set<String> taken) {
    }

    /**
     * @throws UnusableFileException where the file is no workbook
     * @throws MappingException with every cell that is wrong
     */
    public MappingProfile read(SheetFiles files, Path path) throws UnusableFileException, MappingException {
        String file = String.valueOf(path.getFileName());
        Map<String, RawSheet> sheets = new HashMap<>();
        files.read(path, file, sheet -> List.of("layouts", "columns", "words").stream()
                .filter(key -> sheet.name() != null && Names.isSheet(key, sheet.name())).forEach(key -> sheets.put(key, sheet)));
        List<Issue> issues = new ArrayList<>();
        RawSheet layoutSheet = sheets.get("layouts");
        RawSheet columnSheet = sheets.get("columns");
        if (layoutSheet == null || columnSheet == null) {
            issues.add(new Issue("INTAKE-240", Severity.ERROR, Place.file(file), null, null, Names.WORDS.message("INTAKE-240", file)));
            throw new MappingException(issues);
        }
        Map<String, Draft> drafts = layouts(new Grid(layoutSheet, Names.LAYOUTS, issues));
        columns(new Grid(columnSheet, Names.COLUMNS, issues), drafts);
        RawSheet wordSheet = sheets.get("words");
        List<ValueWord> meanings = wordSheet == null ? List.of() : words(new Grid(wordSheet, Names.WORD, issues));
        for (Draft draft : drafts.values()) {
            if (draft.use() == Layout.Use.READ && draft.entries().stream().allMatch(e -> e.use() == Layout.Use.LEFT_OUT)) {
                draft.line().fault("INTAKE-246", "layout");
            }
        }
        if (!issues.isEmpty()) {
            throw new MappingException(issues);
        }
        List<Layout> layouts = new ArrayList<>();
        drafts.forEach((name, d) -> layouts.add(new Layout(name, d.use(), d.role(), d.rows(), d.row(), d.line().get("sheet").isEmpty()
                ? d.line().get("file") : d.line().get("sheet"), d.entries())));
        return new MappingProfile(file, layouts, meanings);
    }

    private static Map<String, Draft> layouts(Grid grid) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (Grid.Line line : grid.lines()) {
            String text = line.get("role");
            boolean leftOut = Names.isLeftOut(text);
            SheetRole role = leftOut || text.isEmpty() ? null : role(line, text);
            Layout.Use use = leftOut ? Layout.Use.LEFT_OUT : role == null ? Layout.Use.RECOGNISED : Layout.Use.READ;
            Draft draft = new Draft(line, use, role, number(line, "headerRows", 0, 3), number(line, "headerRow", 1, 1_048_576),
                    new ArrayList<>(), new HashSet<>());
            if (drafts.putIfAbsent(line.get("layout"), draft) != null) {
                line.fault("INTAKE-244", "layout");
            }
        }
        return drafts;
    }

    private static @Nullable SheetRole role(Grid.Line line, String text) {
        for (SheetRole role : SheetRole.values()) {
            if (role.name().equalsIgnoreCase(text) || Wording.label(Language.JA, role).equals(text)
                    || Wording.label(Language.EN, role).equalsIgnoreCase(text)) {
                return role;
            }
        }
        List<String> all = new ArrayList<>();
        for (SheetRole role : SheetRole.values()) {
            all.add(Wording.label(Language.JA, role));
        }
        line.fault("INTAKE-242", "role", String.join("・", all));
        return null;
    }

    private static int number(Grid.Line line, String key, int least, int most) {
        String text = line.get(key);
        if (text.matches("\\d{1,7}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        line.fault("INTAKE-247", key, least, most);
        return least;
    }

    private void columns(Grid grid, Map<String, Draft> drafts) {
        for (Grid.Line line : grid.lines()) {
            Draft draft = drafts.get(line.get("layout"));
            if (draft == null) {
                line.fault("INTAKE-245", "layout", String.join(", ", drafts.keySet()));
                continue;
            }
            String text = line.get("field");
            String header = draft.rows() == 0 ? line.get("column") : line.get("header");
            if (text.isEmpty() || Names.isLeftOut(text)) {
                draft.entries().add(new Layout.Entry(header, text.isEmpty() ? Layout.Use.RECOGNISED : Layout.Use.LEFT_OUT, null));
                continue;
            }
            String field = field(draft.role(), text);
            if (field == null) {
                line.fault("INTAKE-243", "field", nearest(draft.role(), text));
                continue;
            }
            String shared = field.replace(Fields.OF_DEVICE, "");
            // tables side by side repeat their headers with their fields
            boolean again = draft.entries().stream().anyMatch(e -> field.equals(e.field()) && e.header().equals(header));
            if (!draft.taken().add(field) && !SHARED.contains(shared) && !again) {
                line.fault("INTAKE-248", "field");
                continue;
            }
            draft.entries().add(new Layout.Entry(header, Layout.Use.READ, field));
        }
    }

    /** The field meant by {@code 機器番号 (deviceId)}, {@code deviceId} or {@code 機器番号}; null where there is none in that role. */
    private @Nullable String field(@Nullable SheetRole role, String text) {
        Matcher code = CODE.matcher(text);
        String given = code.matches() ? code.group(1) : text;
        for (SheetRole possible : role == null ? SheetRole.values() : new SheetRole[] {role}) {
            for (String field : fields.of(possible)) {
                if (field.equalsIgnoreCase(given) || Fields.label(possible, field).in(Language.JA).equals(text)
                        || Fields.label(possible, field).in(Language.EN).equalsIgnoreCase(text)) {
                    return field;
                }
            }
        }
        return null;
    }

    private String nearest(@Nullable SheetRole role, String text) {
        String given = text.toLowerCase(Locale.ROOT);
        Map<String, Integer> distances = new LinkedHashMap<>();
        for (SheetRole possible : role == null ? new SheetRole[] {SheetRole.INVENTORY, SheetRole.LEDGER} : new SheetRole[] {role}) {
            for (String field : fields.of(possible)) {
                String label = Fields.label(possible, field).in(Language.JA);
                distances.merge(label + " (" + field + ")", Math.min(distance(given, field.toLowerCase(Locale.ROOT)), distance(text, label)),
                        Math::min);
            }
        }
        return distances.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.naturalOrder())).limit(NEAREST)
                .map(Map.Entry::getKey).collect(Collectors.joining(", "));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int up = row[j];
                row[j] = Math.min(Math.min(up, row[j - 1]) + 1, corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                corner = up;
            }
        }
        return row[b.length()];
    }

    private List<ValueWord> words(Grid grid) {
        List<ValueWord> meanings = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Grid.Line line : grid.lines()) {
            Matcher code = CODE.matcher(line.get("field"));
            String given = code.matches() ? code.group(1) : line.get("field");
            String field = words.fields().stream().filter(f -> f.equalsIgnoreCase(given)).findFirst().orElse(null);
            String meaning = line.get("meaning");
            if (meaning.isEmpty()) {
                continue;
            }
            if (field == null) {
                line.fault("INTAKE-243", "field", String.join(", ", words.fields()));
            } else if (!words.understands(field, meaning)) {
                line.fault("INTAKE-249", "meaning", String.join("・", words.choices(field)));
            } else if (!known.add(field + "\n" + line.get("word"))) {
                line.fault("INTAKE-248", "word");
            } else {
                meanings.add(new ValueWord(Objects.requireNonNull(field), line.get("word"), meaning));
            }
        }
        return meanings;
    }
}
