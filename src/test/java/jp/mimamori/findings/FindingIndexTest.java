package jp.mimamori.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.mimamori.decision.Urgency;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.intake.NumberKey;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Bilingual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The index says what a plain look at every row says. */
class FindingIndexTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 10);
    private static final CategoryNames NAMES = category -> category.equals("pump") ? new Bilingual("輸液・シリンジポンプ", "infusion pump")
            : new Bilingual(category, category);
    private static final List<FindingRow> ROWS = new RandomRows(7, TODAY).rows(1500);
    private static final Map<String, LocalDate> ACCEPTED = accepted();
    private static final FindingIndex INDEX = index(TODAY);

    private static Map<String, LocalDate> accepted() {
        Map<String, LocalDate> accepted = new HashMap<>();
        for (int i = 0; i < ROWS.size(); i += 17) {
            accepted.put(ROWS.get(i).findingKey(), TODAY.plusDays(i % 90 - 20));
        }
        return accepted;
    }

    private static FindingIndex index(LocalDate day) {
        return FindingIndex.of(new AssessmentRun(1, 1, 1, "sha256:x", day, Instant.EPOCH), day, ACCEPTED, NAMES, ROWS::forEach);
    }

    private static FindingLine line(FindingRow row) {
        return new FindingLine(row, ACCEPTED.get(row.findingKey()));
    }

    @Test
    void every_row_comes_out_as_it_went_in() {
        List<FindingRow> out = new ArrayList<>();
        INDEX.each(FindingQuery.ALL, each -> out.add(each.row()));
        assertThat(out).containsExactlyInAnyOrderElementsOf(ROWS);
    }

    @Test
    void any_question_finds_what_a_look_at_every_row_finds_and_counts_every_facet_without_its_own_choice() {
        Random random = new Random(11);
        int found = 0;
        for (int i = 0; i < 120; i++) {
            FindingQuery query = question(random);
            List<String> expected = ROWS.stream().filter(row -> holds(query, row, null)).map(FindingRow::id).toList();
            List<String> actual = new ArrayList<>();
            INDEX.each(query, each -> actual.add(each.row().id()));
            assertThat(actual).as("%s", query).containsExactlyInAnyOrderElementsOf(expected);
            found += expected.size();

            FindingPage page = INDEX.page(query);
            assertThat(page.total()).isEqualTo(expected.size());
            assertThat(page.devices()).isEqualTo((int) ROWS.stream().filter(row -> holds(query, row, null)).map(FindingRow::deviceKey).distinct().count());
            for (Facet facet : Facet.values()) {
                Map<String, Integer> counts = new TreeMap<>();
                ROWS.stream().filter(row -> holds(query, row, facet)).forEach(row -> counts.merge(facet.value(line(row), TODAY), 1, Integer::sum));
                query.chosen().getOrDefault(facet, Set.of()).forEach(value -> counts.merge(value, 0, Integer::sum));
                Map<String, Integer> told = new TreeMap<>();
                page.counts().get(facet).forEach(count -> told.put(count.value(), count.count()));
                assertThat(told).as("%s of %s", facet, query).isEqualTo(counts);
            }
        }
        assertThat(found).as("the questions find something").isGreaterThan(3_000);
    }

    private static FindingQuery question(Random random) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            Facet facet = Facet.values()[random.nextInt(Facet.values().length)];
            Set<String> values = new HashSet<>();
            for (int v = 1 + random.nextInt(3); v > 0; v--) {
                values.add(facet.value(line(ROWS.get(random.nextInt(ROWS.size()))), TODAY));
            }
            chosen.put(facet, values);
        }
        if (random.nextInt(30) == 0) {
            chosen.put(Facet.DEPARTMENT, Set.of("地下倉庫"));
        }
        String[] texts = {"", "", "", "icu", "ｃｖｅ-2024", "ポンプ icu", "infusion", "MC-0001", "佐藤　本院", "ｱｵﾊﾞ", "アオバ", "ない言葉", "vt-2024-0001"};
        return new FindingQuery(texts[random.nextInt(texts.length)], chosen, random.nextInt(5) == 0 ? random.nextInt(60) : null,
                Sort.values()[random.nextInt(Sort.values().length)], random.nextBoolean(), 1, 50);
    }

    private static boolean holds(FindingQuery query, FindingRow row, Facet leftOut) {
        for (Map.Entry<Facet, Set<String>> choice : query.chosen().entrySet()) {
            if (choice.getKey() != leftOut && !choice.getValue().contains(choice.getKey().value(line(row), TODAY))) {
                return false;
            }
        }
        if (query.within() != null && (row.outcome() == null || row.outcome().due() == null
                || row.outcome().due().isAfter(TODAY.plusDays(query.within())))) {
            return false;
        }
        FindingRow.On on = row.device();
        List<String> texts = Stream.of(row.id(), row.vulnerability(), row.owner(), on.id(), on.name(), on.manufacturer(), on.model(), on.facility(),
                on.department(), on.location(), "pump".equals(on.category()) ? "輸液・シリンジポンプ" : on.category(),
                "pump".equals(on.category()) ? "infusion pump" : null).filter(text -> text != null).map(NumberKey::of).toList();
        return Stream.of(query.text().split("[ 　]+")).map(NumberKey::of)
                .allMatch(word -> word.isEmpty() || texts.stream().anyMatch(text -> text.contains(word)));
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void every_order_holds_in_both_directions_and_what_is_not_known_comes_last(Sort sort) {
        for (boolean descending : new boolean[] {false, true}) {
            List<FindingRow> rows = new ArrayList<>();
            INDEX.each(FindingQuery.ALL.sorted(sort, descending), each -> rows.add(each.row()));
            assertThat(rows).hasSize(ROWS.size());
            if (sort == Sort.URGENCY) {
                assertThat(rows.stream().map(row -> usual(row, descending)).toList()).isSorted();
                continue;
            }
            for (int i = 1; i < rows.size(); i++) {
                assertThat(follows(sort.of(rows.get(i - 1)), sort.of(rows.get(i)), descending)).as("%s at %d", sort, i).isTrue();
            }
        }
    }

    private static int usual(FindingRow row, boolean descending) {
        return row.outcome() == null ? 9 : descending ? row.outcome().urgency().ordinal() : 3 - row.outcome().urgency().ordinal();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static boolean follows(Comparable before, Comparable after, boolean descending) {
        if (before == null || after == null) {
            return after == null;
        }
        return descending ? before.compareTo(after) >= 0 : before.compareTo(after) <= 0;
    }

    @Test
    void the_usual_order_is_urgency_then_due_date_then_patient_safety() {
        List<FindingRow> rows = new ArrayList<>();
        INDEX.each(FindingQuery.ALL.with(Facet.PROGRESS, Progress.OPEN), each -> rows.add(each.row()));
        for (int i = 1; i < rows.size(); i++) {
            FindingRow.Outcome before = rows.get(i - 1).outcome();
            FindingRow.Outcome after = rows.get(i).outcome();
            assertThat(before.urgency()).isGreaterThanOrEqualTo(after.urgency());
            if (before.urgency() == after.urgency() && before.due() != null) {
                assertThat(before.due()).isBeforeOrEqualTo(after.due());
                if (before.due().equals(after.due()) && after.urgency() == Urgency.IMMEDIATE && rows.get(i).device().safety() == Safety.CATASTROPHIC) {
                    assertThat(rows.get(i - 1).device().safety()).isEqualTo(Safety.CATASTROPHIC);
                }
            }
        }
    }

    @Test
    void pages_put_together_are_the_whole_list() {
        FindingQuery query = FindingQuery.ALL.with(Facet.URGENCY, Urgency.IMMEDIATE, Urgency.DEFER).sorted(Sort.DEVICE, true);
        List<String> whole = new ArrayList<>();
        INDEX.each(query, each -> whole.add(each.row().id()));
        List<String> paged = new ArrayList<>();
        FindingPage first = INDEX.page(query);
        for (int page = 1; page <= first.pages(); page++) {
            INDEX.page(query.page(page)).lines().forEach(each -> paged.add(each.row().id()));
        }
        assertThat(paged).isEqualTo(whole);
        assertThat(INDEX.page(query.page(9999)).query().page()).as("past the end is the last page").isEqualTo(first.pages());
    }

    @Test
    void overnight_more_is_overdue_and_nothing_else_changes() {
        LocalDate later = TODAY.plusDays(10);
        FindingIndex moved = INDEX.on(later);
        FindingIndex made = index(later);
        for (Facet facet : Facet.values()) {
            assertThat(moved.page(FindingQuery.ALL).counts().get(facet)).as("%s", facet).isEqualTo(made.page(FindingQuery.ALL).counts().get(facet));
        }
        FindingQuery overdue = FindingQuery.ALL.with(Facet.OVERDUE, Answer.YES);
        assertThat(moved.count(overdue)).isGreaterThan(INDEX.count(overdue));
    }

    @Test
    void a_table_of_two_facets_adds_up() {
        FindingQuery open = FindingQuery.ALL.with(Facet.PROGRESS, Progress.OPEN);
        var table = INDEX.table(open, Facet.DEPARTMENT, Facet.URGENCY);
        int sum = table.values().stream().flatMap(cells -> cells.values().stream()).mapToInt(n -> n).sum();
        assertThat(sum).isEqualTo(INDEX.count(open));
        assertThat(table.get("ICU").get("IMMEDIATE"))
                .isEqualTo(INDEX.count(open.with(Facet.DEPARTMENT, List.of("ICU")).with(Facet.URGENCY, Urgency.IMMEDIATE)));
    }

    @Test
    void an_empty_ledger_has_one_empty_page() {
        FindingIndex empty = FindingIndex.of(INDEX.run(), TODAY, Map.of(), NAMES, each -> { });
        FindingPage page = empty.page(FindingQuery.ALL.searching("icu"));
        assertThat(page.total()).isZero();
        assertThat(page.pages()).isOne();
        assertThat(page.lines()).isEmpty();
    }

    @Test
    void what_is_due_today_is_not_overdue_and_what_nobody_knows_the_date_of_is_looked_at() {
        Predicate<FindingRow> today = row -> Facet.TODAY.value(line(row), TODAY).equals("YES");
        assertThat(ROWS.stream().filter(row -> row.outcome() != null && row.outcome().urgency() == Urgency.IMMEDIATE)).allMatch(today);
        assertThat(ROWS.stream().filter(row -> row.outcome() != null && row.outcome().due() == null && row.outcome().urgency() == Urgency.OUT_OF_CYCLE))
                .isNotEmpty().allMatch(today);
        assertThat(ROWS.stream().filter(row -> row.outcome() != null && TODAY.equals(row.outcome().due()))).isNotEmpty()
                .allMatch(row -> Facet.OVERDUE.value(line(row), TODAY).equals("NO"));
        assertThat(ROWS.stream().filter(row -> row.outcome() == null)).noneMatch(today);
    }
}
