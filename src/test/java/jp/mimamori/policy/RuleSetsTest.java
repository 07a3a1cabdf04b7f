package jp.mimamori.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.proof.Verifier;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetsTest {

    /** Decided by FLOOR-001 alone, whose outcome the tests change. */
    private static final Facts FACTS = new Facts("f", Asset.MEDICAL, Safety.NEGLIGIBLE, Operation.LOW,
            Exposure.INTERNAL_FLAT, Exploitation.NONE, Support.SUPPORTED, Leak.NONE, 7.5, Automatable.NO,
            AttackVector.N, Patch.NO_PATCH, Cost.LOW, null);

    @TempDir
    private Path home;
    private final RuleSets sets = new RuleSets(DroolsEngine::of, RuleSets.Gate.OPEN);

    @BeforeEach
    void a_hospital_has_its_own_copy_of_the_shipped_policy() throws IOException {
        for (String folder : List.of("rules", "spreadsheets/policy", "spreadsheets/vocabulary")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                Files.createDirectories(home.resolve(folder));
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void files_that_say_the_same_are_not_built_again() {
        RuleSets.Serving first = swapped(sets.load(RuleSets.CURRENT, Shelf.at(home)));
        assertThat(sets.reload(RuleSets.CURRENT)).isEqualTo(new RuleSets.Outcome.Unchanged(first));
    }

    @Test
    void a_changed_cell_decides_after_a_reload_and_whoever_holds_the_old_set_keeps_it() throws Exception {
        RuleSets.Serving before = swapped(sets.load(RuleSets.CURRENT, Shelf.at(home)));
        floor("早急");
        RuleSets.Serving now = swapped(sets.reload(RuleSets.CURRENT));
        assertThat(urgency(before)).isEqualTo(Urgency.SCHEDULED);
        assertThat(urgency(now)).isEqualTo(Urgency.OUT_OF_CYCLE);
        assertThat(sets.get(RuleSets.CURRENT)).contains(now);
    }

    @Test
    void what_cannot_be_read_or_compiled_leaves_the_old_set_in_place_and_says_why() throws Exception {
        RuleSets.Serving before = swapped(sets.load(RuleSets.CURRENT, Shelf.at(home)));
        floor("すぐ");
        assertThat(refused(sets.reload(RuleSets.CURRENT)).issues()).extracting(Issue::code).containsExactly("POLICY-003");
        floor("計画");
        Files.writeString(home.resolve("rules/own.drl"), "package mimamori.rules;\nrule \"broken\" when nonsense then end\n");
        assertThat(refused(sets.reload(RuleSets.CURRENT)).issues()).isNotEmpty();
        assertThat(sets.get(RuleSets.CURRENT)).contains(before);
        assertThat(urgency(requireNonNull(before))).isEqualTo(Urgency.SCHEDULED);
    }

    @Test
    void a_folder_that_is_gone_leaves_the_old_set_in_place() throws Exception {
        RuleSets.Serving before = swapped(sets.load(RuleSets.CURRENT, Shelf.at(home)));
        Files.move(home.resolve("spreadsheets"), home.resolve("elsewhere"));
        RuleSets.Outcome.Refused refused = refused(sets.reload(RuleSets.CURRENT));
        assertThat(refused.still()).isEqualTo(before);
        assertThat(refused.issues()).isNotEmpty();
    }

    @Test
    void a_set_the_gate_objects_to_never_decides() throws Exception {
        Issue objection = new Issue("TEST-001", Severity.ERROR, Place.NOWHERE, null, null, Wording.of(RuleSets.class).message("files.changing"));
        RuleSets gated = new RuleSets(DroolsEngine::of,
                (rules, engine) -> engine.decide(List.of(FACTS)).get(0).urgency() == Urgency.SCHEDULED ? List.of() : List.of(objection));
        RuleSets.Serving before = swapped(gated.load(RuleSets.CURRENT, Shelf.at(home)));
        floor("早急");
        assertThat(gated.reload(RuleSets.CURRENT)).isEqualTo(new RuleSets.Outcome.Refused(before, List.of(objection)));
        assertThat(gated.get(RuleSets.CURRENT)).contains(before);
    }

    @Test
    void a_draft_stands_beside_the_current_set_and_neither_touches_the_other() throws Exception {
        RuleSets.Serving current = swapped(sets.load(RuleSets.CURRENT, Shelf.shipped()));
        floor("早急");
        RuleSets.Serving draft = swapped(sets.load(RuleSets.DRAFT, Shelf.at(home)));
        assertThat(sets.names()).containsExactly("current", "draft");
        assertThat(List.of(urgency(current), urgency(draft))).containsExactly(Urgency.SCHEDULED, Urgency.OUT_OF_CYCLE);
        sets.drop(RuleSets.DRAFT);
        assertThat(sets.names()).containsExactly("current");
    }

    @Test
    void the_current_set_and_the_same_with_a_profile_stand_side_by_side_and_reload_as_they_are() throws Exception {
        Files.createDirectories(home.resolve("spreadsheets/policy/profiles/bod-26-04"));
        Files.copy(Path.of("spreadsheets/policy/profiles/bod-26-04/bod-26-04.xlsx"),
                home.resolve("spreadsheets/policy/profiles/bod-26-04/bod-26-04.xlsx"));
        RuleSets.Serving current = swapped(sets.load(RuleSets.CURRENT, Shelf.at(home)));
        RuleSets.Serving profiled = swapped(sets.load("bod-26-04", Shelf.at(home), List.of("bod-26-04")));
        Facts open = new Facts("o", Asset.IT, Safety.NEGLIGIBLE, Operation.LOW, Exposure.INTERNET, Exploitation.ACTIVE,
                Support.SUPPORTED, Leak.NONE, 5.0, Automatable.NO, AttackVector.N, Patch.PATCH_APPROVED, Cost.LOW, null);
        assertThat(current.engine().decide(List.of(open)).get(0).urgency()).isEqualTo(Urgency.OUT_OF_CYCLE);
        assertThat(profiled.engine().decide(List.of(open)).get(0).urgency()).isEqualTo(Urgency.IMMEDIATE);
        assertThat(sets.names()).containsExactly("bod-26-04", "current");
        assertThat(sets.reload("bod-26-04")).isEqualTo(new RuleSets.Outcome.Unchanged(profiled));
        floor("早急");
        RuleSets.Serving again = swapped(sets.reload("bod-26-04"));
        assertThat(again.rules().name()).endsWith("＋bod-26-04");
        assertThat(again.profiles()).containsExactly("bod-26-04");
        assertThat(refused(sets.load("other", Shelf.at(home), List.of("other"))).issues()).extracting(Issue::code)
                .containsExactly("POLICY-016");
    }

    @Test
    void a_set_that_is_not_proven_never_takes_the_place_of_one_that_is() throws Exception {
        RuleSets proven = new RuleSets(DroolsEngine::of, RuleSetsTest::unproven);
        RuleSets.Serving before = swapped(proven.load(RuleSets.CURRENT, Shelf.at(home)));
        change("SSVC-029", "保留"); // exploited, spreads by itself inside: below SSVC's own cell
        RuleSets.Outcome.Refused refused = refused(proven.reload(RuleSets.CURRENT));
        assertThat(refused.still()).isEqualTo(before);
        assertThat(refused.issues()).isNotEmpty();
        assertThat(proven.get(RuleSets.CURRENT)).contains(before);
        change("SSVC-029", "早急");
        floor("早急");
        assertThat(swapped(proven.reload(RuleSets.CURRENT)).rules().version()).isNotEqualTo(before.rules().version());
    }

    /** The gate that a service keeps: whatever the proof finds. */
    private static List<Issue> unproven(RuleSet rules, DecisionEngine engine) {
        try {
            return Verifier.prove((DroolsEngine) engine).checked().stream().filter(checked -> !checked.proven())
                    .map(checked -> new Issue("TEST-002", Severity.ERROR, Place.NOWHERE, null, checked.property().name(),
                            Wording.of(RuleSets.class).message("files.changing"))).toList();
        } catch (PolicyException e) {
            return e.issues();
        }
    }

    /** The short form of {@code ./bench soak}. */
    @Test
    void ten_reloads_under_load_never_mix_two_versions_in_one_answer() throws Exception {
        sets.load(RuleSets.CURRENT, Shelf.at(home));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Long>> load = Stream.generate(() -> workers.submit(() -> {
                long decided = 0;
                while (!done.get()) {
                    RuleSets.Serving serving = sets.get(RuleSets.CURRENT).orElseThrow();
                    String version = serving.rules().version();
                    Urgency expected = urgency(serving);
                    for (Decision decision : serving.engine().decide(List.of(FACTS, FACTS, FACTS))) {
                        assertThat(decision.policy()).isEqualTo(version);
                        assertThat(decision.urgency()).isEqualTo(expected);
                        decided++;
                    }
                }
                return decided;
            })).limit(2).toList();
            for (int i = 0; i < 10; i++) {
                floor(i % 2 == 0 ? "早急" : "計画");
                RuleSets.Serving now = swapped(sets.reload(RuleSets.CURRENT));
                assertThat(urgency(now)).isEqualTo(i % 2 == 0 ? Urgency.OUT_OF_CYCLE : Urgency.SCHEDULED);
            }
            done.set(true);
            for (Future<Long> worker : load) {
                assertThat(worker.get()).isPositive();
            }
        } finally {
            done.set(true);
            workers.shutdownNow();
        }
    }

    private static Urgency urgency(RuleSets.Serving serving) {
        return serving.engine().decide(List.of(FACTS)).get(0).urgency();
    }

    private static RuleSets.Serving swapped(RuleSets.Outcome outcome) {
        assertThat(outcome).isInstanceOf(RuleSets.Outcome.Swapped.class);
        return ((RuleSets.Outcome.Swapped) outcome).now();
    }

    private static RuleSets.Outcome.Refused refused(RuleSets.Outcome outcome) {
        assertThat(outcome).isInstanceOf(RuleSets.Outcome.Refused.class);
        return (RuleSets.Outcome.Refused) outcome;
    }

    private void floor(String urgency) throws IOException {
        change("FLOOR-001", urgency);
    }

    /** Changes the outcome of a row of four inputs, the way a person saves a workbook. */
    private void change(String rule, String urgency) throws IOException {
        Path file = home.resolve("spreadsheets/policy/urgency.xlsx");
        try (XSSFWorkbook workbook = open(file)) {
            for (var sheet : workbook) {
                for (Row row : sheet) {
                    if (row.getCell(0) != null && row.getCell(0).toString().equals(rule)) {
                        row.getCell(5).setCellValue(urgency);
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}
