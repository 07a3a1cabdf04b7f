package jp.mimamori.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.FindingRow;
import org.jspecify.annotations.Nullable;

/** All rows of one assessment on one day, in memory, never changed: whoever has it reads one state from the first row to the last. */
public final class FindingIndex {

    private static final int REMEMBERED = 128;

    private final AssessmentRun run;
    private final LocalDate today;
    private final RowColumns columns;
    private final Map<Facet, Column<String>> facets;
    private final Orders orders;
    private final Search search;
    private final Map<FindingQuery, Match> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FindingQuery, Match> eldest) {
            return size() > REMEMBERED;
        }
    });

    private FindingIndex(AssessmentRun run, LocalDate today, RowColumns columns, Map<Facet, Column<String>> facets, Orders orders, Search search) {
        this.run = run;
        this.today = today;
        this.columns = columns;
        this.facets = facets;
        this.orders = orders;
        this.search = search;
    }

    /**
     * @param rows          tells every row, in the order of the ledger
     * @param acceptedUntil by the key of the finding
     * @param categories    what people call a category, in both languages, to be searched for
     */
    public static FindingIndex of(AssessmentRun run, LocalDate today, Map<String, LocalDate> acceptedUntil, CategoryNames categories,
            Consumer<Consumer<FindingRow>> rows) {
        RowColumns.Builder columns = new RowColumns.Builder();
        Map<Facet, Column.Builder<String>> facets = builders();
        rows.accept(row -> {
            FindingLine line = new FindingLine(row, acceptedUntil.get(row.findingKey()));
            columns.add(line);
            facets.forEach((facet, column) -> column.add(facet.value(line, today)));
        });
        RowColumns built = columns.build();
        return new FindingIndex(run, today, built, built(facets), new Orders(built.rows(), built::row), Search.of(built, categories));
    }

    /** The same on another day: what is overdue has changed. */
    FindingIndex on(LocalDate day) {
        Map<Facet, Column.Builder<String>> changing = builders();
        changing.keySet().removeIf(facet -> !facet.dependsOnDay());
        for (int i = 0; i < columns.rows(); i++) {
            FindingLine line = columns.line(i);
            changing.forEach((facet, column) -> column.add(facet.value(line, day)));
        }
        Map<Facet, Column<String>> all = new EnumMap<>(facets);
        all.putAll(built(changing));
        return new FindingIndex(run, day, columns, all, orders, search);
    }

    private static Map<Facet, Column.Builder<String>> builders() {
        Map<Facet, Column.Builder<String>> builders = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            builders.put(facet, new Column.Builder<>());
        }
        return builders;
    }

    private static Map<Facet, Column<String>> built(Map<Facet, Column.Builder<String>> builders) {
        Map<Facet, Column<String>> built = new EnumMap<>(Facet.class);
        builders.forEach((facet, builder) -> built.put(facet, builder.build()));
        return built;
    }

    public AssessmentRun run() {
        return run;
    }

    /** The day that overdue and due dates are counted from. */
    public LocalDate today() {
        return today;
    }

    public int rows() {
        return columns.rows();
    }

    /** How many rows {@code query} finds. */
    public int count(FindingQuery query) {
        return match(query).total();
    }

    public FindingPage page(FindingQuery query) {
        Match match = match(query);
        int pages = Math.max(1, (match.total() + query.size() - 1) / query.size());
        FindingQuery shown = query.page() <= pages ? query : query.page(pages);
        List<FindingLine> lines = new ArrayList<>(query.size());
        int skip = (shown.page() - 1) * shown.size();
        for (int row : orders.of(query.sort(), query.descending())) {
            if (match.rows().get(row) && skip-- <= 0) {
                lines.add(columns.line(row));
                if (lines.size() == query.size()) {
                    break;
                }
            }
        }
        return new FindingPage(run, shown, lines, match.total(), match.devices(), pages, counts(query, match));
    }

    /** Every row that {@code query} finds, in its order, whatever its page. */
    public void each(FindingQuery query, Consumer<FindingLine> each) {
        Match match = match(query);
        for (int row : orders.of(query.sort(), query.descending())) {
            if (match.rows().get(row)) {
                each.accept(columns.line(row));
            }
        }
    }

    /** For each value of {@code down} how many rows each value of {@code across} has, among those that {@code query} finds. */
    public Map<String, Map<String, Integer>> table(FindingQuery query, Facet down, Facet across) {
        Column<String> one = column(down);
        Column<String> other = column(across);
        int width = other.values().size();
        int[] cells = new int[one.values().size() * width];
        BitSet rows = match(query).rows();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            cells[one.codes().at(row) * width + other.codes().at(row)]++;
        }
        Map<String, Map<String, Integer>> table = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] > 0) {
                table.computeIfAbsent(text(one, i / width), key -> new LinkedHashMap<>()).put(text(other, i % width), cells[i]);
            }
        }
        return table;
    }

    private static String text(Column<String> column, int code) {
        String value = column.values().get(code);
        return value == null ? "" : value;
    }

    private Column<String> column(Facet facet) {
        return java.util.Objects.requireNonNull(facets.get(facet));
    }

    private Match match(FindingQuery query) {
        FindingQuery narrowing = query.narrowing();
        Match known = remembered.get(narrowing);
        if (known == null) {
            known = found(narrowing);
            remembered.put(narrowing, known);
        }
        return known;
    }

    private Match found(FindingQuery query) {
        BitSet base = base(query);
        List<Facet> asked = List.copyOf(query.chosen().keySet());
        Codes[] codes = new Codes[asked.size()];
        boolean[][] wanted = new boolean[asked.size()][];
        BitSet[] onlyThisFails = new BitSet[asked.size()];
        for (int f = 0; f < codes.length; f++) {
            Column<String> column = column(asked.get(f));
            codes[f] = column.codes();
            wanted[f] = wanted(column, java.util.Objects.requireNonNull(query.chosen().get(asked.get(f))));
            onlyThisFails[f] = new BitSet(columns.rows());
        }
        BitSet rows = base;
        if (codes.length > 0) {
            rows = new BitSet(columns.rows());
            for (int row = base.nextSetBit(0); row >= 0; row = base.nextSetBit(row + 1)) {
                int failing = -1;
                boolean twice = false;
                for (int f = 0; f < codes.length && !twice; f++) {
                    if (!wanted[f][codes[f].at(row)]) {
                        twice = failing >= 0;
                        failing = f;
                    }
                }
                if (failing < 0) {
                    rows.set(row);
                } else if (!twice) {
                    onlyThisFails[failing].set(row);
                }
            }
        }
        Map<Facet, int[]> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            int[] count = new int[column(facet).values().size()];
            column(facet).codes().count(rows, count);
            int own = asked.indexOf(facet);
            if (own >= 0) {
                codes[own].count(onlyThisFails[own], count);
            }
            counts.put(facet, count);
        }
        return new Match(rows, rows.cardinality(), columns.devices(rows), counts);
    }

    private BitSet base(FindingQuery query) {
        BitSet base = search.rows(query.text());
        Integer within = query.within();
        if (within != null) {
            LocalDate last = today.plusDays(within);
            base.and(columns.dueUntil(last));
        }
        return base;
    }

    private static boolean[] wanted(Column<String> column, Set<String> values) {
        boolean[] wanted = new boolean[column.values().size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = values.contains(text(column, i));
        }
        return wanted;
    }

    private Map<Facet, List<FacetCount>> counts(FindingQuery query, Match match) {
        Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
        match.counts().forEach((facet, count) -> {
            Set<String> chosen = query.chosen().getOrDefault(facet, Set.of());
            List<FacetCount> values = new ArrayList<>();
            for (int i = 0; i < count.length; i++) {
                String value = text(column(facet), i);
                if (count[i] > 0 || chosen.contains(value)) {
                    values.add(new FacetCount(value, count[i], chosen.contains(value)));
                }
            }
            Set<String> known = new java.util.HashSet<>();
            values.forEach(value -> known.add(value.value()));
            chosen.stream().filter(value -> !known.contains(value)).forEach(value -> values.add(new FacetCount(value, 0, true)));
            values.sort(order(facet));
            counts.put(facet, List.copyOf(values));
        });
        return counts;
    }

    private static Comparator<FacetCount> order(Facet facet) {
        Comparator<FacetCount> byName = Comparator.comparing(FacetCount::value);
        if (!facet.hasWords()) {
            return Comparator.comparingInt(FacetCount::count).reversed().thenComparing(byName);
        }
        Comparator<FacetCount> byWord = Comparator.comparingInt(count -> place(facet, count.value()));
        return byWord.thenComparing(byName);
    }

    /** The gravest first where the words go from light to grave. */
    private static int place(Facet facet, String value) {
        int place = facet.word(value).<@Nullable Integer>map(Enum::ordinal).orElse(Integer.MAX_VALUE / 2);
        boolean gravestFirst = facet == Facet.URGENCY || facet == Facet.SAFETY && !value.equals("UNKNOWN");
        return gravestFirst && !value.isEmpty() ? -place : place;
    }
}
