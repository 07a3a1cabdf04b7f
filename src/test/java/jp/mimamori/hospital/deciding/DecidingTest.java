package jp.mimamori.hospital.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.MainJob;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.RecordKeys;
import jp.mimamori.hospital.Step;
import jp.mimamori.hospital.json.KeptJson;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.service.Databases;
import jp.mimamori.settings.Shelf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecidingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 10);
    private static final KeptJson JSON = new KeptJson();
    private static DecisionEngine engine;
    private static Reading reading;

    @BeforeAll
    static void read() throws Exception {
        engine = DroolsEngine.of(PolicyLoader.load(Shelf.shipped(), List.of()));
        try (Stream<Path> files = Files.list(Path.of("spreadsheets/examples/星凪総合病院"))) {
            reading = new Intake(Shelf.shipped()).read(files.sorted().map(file -> new InputFile(file, null)).toList(), DAY, any -> { });
        }
    }

    static Stream<Named<DataSource>> databases() throws IOException {
        return Databases.all();
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(day.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static HospitalDesk desk(DataSource source, LocalDate day) {
        return new HospitalDesk(source, engine, at(day));
    }

    private static void commit(HospitalDesk desk, LocalDate day, List<Step> steps) throws Exception {
        desk.store.commit(day, "suzuki", "{}", List.of(), steps, desk.store.version());
    }

    private static List<Step> sample() {
        List<Step> steps = new ArrayList<>();
        RecordKeys.devices(reading.devices()).forEach(each -> steps.add(new Step(Kind.DEVICE, each.key(), JSON.write(each.value()))));
        RecordKeys.findings(reading.findings()).forEach(each -> steps.add(finding(each)));
        reading.kev().forEach(kev -> steps.add(feed(new KeptFeed(kev, null))));
        reading.epss().forEach(epss -> steps.add(feed(new KeptFeed(null, epss))));
        return steps;
    }

    private static Step feed(KeptFeed feed) {
        return new Step(Kind.FEED, feed.file(), JSON.write(feed));
    }

    private static Step finding(Keyed<Tracked> each) {
        Tracked tracked = each.value();
        String device = RecordKeys.devices(reading.devices()).stream().filter(one -> one.value().equals(tracked.device())).map(Keyed::key).findFirst()
                .orElse(null);
        boolean implied = tracked.implied() || device == null;
        return new Step(Kind.FINDING, each.key(), JSON.write(new KeptFinding(tracked.finding(), implied ? null : device, implied ? tracked.device() : null)));
    }

    private static String key(Device device) {
        return RecordKeys.devices(reading.devices()).stream().filter(one -> one.value().equals(device)).map(Keyed::key).findFirst().orElseThrow();
    }

    private static List<FindingRow> rows(HospitalDesk desk) {
        List<FindingRow> rows = new ArrayList<>();
        desk.assessments.rows(desk.assessments.current().orElseThrow(), rows::add);
        return rows;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_kept_is_decided_as_the_command_line_decides_the_files(DataSource source) throws Exception {
        HospitalDesk desk = desk(source, DAY);
        commit(desk, DAY, sample());
        desk.deciding.everything("suzuki");
        Assessed assessed = new MainJob((what, share) -> { }).assess(reading, engine, DAY);
        List<FindingRow> rows = rows(desk);
        assertThat(rows).extracting(FindingRow::findingKey).containsAll(RecordKeys.findings(reading.findings()).stream().map(Keyed::key).toList());
        List<FindingRow> decided = rows.stream().filter(row -> row.outcome() != null).toList();
        assertThat(decided).extracting(FindingRow::id).containsExactlyElementsOf(assessed.decisions().stream().map(one -> one.decision().id()).toList());
        for (int i = 0; i < decided.size(); i++) {
            FindingRow.Outcome outcome = decided.get(i).outcome();
            FindingDecision expected = assessed.decisions().get(i);
            assertThat(outcome.urgency()).isEqualTo(expected.decision().urgency());
            assertThat(outcome.treatment()).isEqualTo(expected.decision().treatment());
            assertThat(outcome.due()).isEqualTo(expected.bindingDate());
            assertThat(outcome.missing()).isEqualTo(expected.decision().missing());
            assertThat(decided.get(i).exploitation()).isEqualTo(expected.facts().exploitation());
        }
        int settled = assessed.notDecided().stream().mapToInt(one -> Math.max(1, one.tracked().finding().vulnerabilities().size())).sum();
        assertThat(rows).hasSize(decided.size() + settled);
        List<FindingDecision> proofs = new ArrayList<>();
        desk.deciding.each(null, proofs::add);
        assertThat(proofs).isEqualTo(assessed.decisions());
        FindingRow first = decided.get(0);
        assertThat(desk.deciding.proof(first.findingKey())).contains(assessed.decisions().get(0));
        assertThat(desk.assessments.row(first.id())).contains(first);
        assertThat(desk.deciding.proof("nobody")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findings_that_repeat_are_never_lost_and_each_has_an_id_of_its_own(DataSource source) throws Exception {
        HospitalDesk desk = desk(source, DAY);
        List<Tracked> twice = new ArrayList<>(reading.findings());
        twice.addAll(reading.findings());
        twice.addAll(reading.findings());
        List<Keyed<Tracked>> keyed = RecordKeys.findings(twice);
        List<Step> steps = new ArrayList<>(sample().stream().filter(step -> step.kind() == Kind.DEVICE).toList());
        keyed.forEach(each -> steps.add(finding(each)));
        commit(desk, DAY, steps);
        desk.deciding.everything("suzuki");
        List<FindingRow> rows = rows(desk);
        Set<String> keys = new HashSet<>();
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> {
            keys.add(row.findingKey());
            assertThat(ids.add(row.id())).as(row.id()).isTrue();
        });
        assertThat(keys).hasSize(twice.size());
        int expected = twice.stream().mapToInt(each -> Math.max(1, each.finding().vulnerabilities().size())).sum();
        assertThat(rows).hasSize(expected);
        FindingRow copy = rows.stream().filter(row -> row.outcome() != null && row.id().endsWith("~3")).findFirst().orElseThrow();
        assertThat(desk.deciding.proof(copy.findingKey())).extracting(one -> one.decision().id()).contains(copy.id());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void catching_up_counts_from_the_day_a_finding_first_came(DataSource source) throws Exception {
        HospitalDesk desk = desk(source, DAY);
        commit(desk, DAY, sample());
        desk.deciding.everything("suzuki");
        FindingRow late = rows(desk).stream().filter(row -> row.outcome() != null && row.outcome().overdue()).findFirst().orElseThrow();
        HospitalDesk later = desk(source, DAY.plusDays(40));
        commit(later, DAY.plusDays(40), sample()); // the same again
        later.deciding.everything("suzuki");
        assertThat(later.assessments.row(late.id()).orElseThrow().outcome().due()).isEqualTo(late.outcome().due());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_change_by_hand_shows_at_once_and_the_rest_stays_as_it_is(DataSource source) throws Exception {
        HospitalDesk desk = desk(source, DAY);
        commit(desk, DAY, sample());
        desk.deciding.everything("suzuki");
        List<FindingRow> before = rows(desk);
        FindingRow open = before.stream().filter(row -> row.outcome() != null).findFirst().orElseThrow();
        KeptFinding kept = JSON.read(desk.records.of(Kind.FINDING, open.findingKey()).orElseThrow().json(), KeptFinding.class);
        commit(desk, DAY, List.of(new Step(Kind.FINDING, open.findingKey(),
                JSON.write(new KeptFinding(done(kept.finding()), kept.deviceKey(), kept.implied())))));
        assertThat(desk.freshness.isStale()).isTrue();
        long edition = desk.assessments.current().orElseThrow().edition();
        desk.deciding.touched(List.of(open.findingKey()));
        assertThat(desk.freshness.isStale()).isFalse();
        assertThat(desk.assessments.current().orElseThrow().edition()).isGreaterThan(edition);
        List<FindingRow> after = rows(desk);
        assertThat(after).extracting(FindingRow::id).isEqualTo(before.stream().map(FindingRow::id).toList());
        assertThat(after.get(before.indexOf(open)).settled()).isNotNull();
        assertThat(after.stream().filter(row -> !row.findingKey().equals(open.findingKey())).toList())
                .isEqualTo(before.stream().filter(row -> !row.findingKey().equals(open.findingKey())).toList());
        commit(desk, DAY, List.of(new Step(Kind.FINDING, open.findingKey(), null)));
        desk.deciding.touched(List.of(open.findingKey()));
        assertThat(rows(desk)).noneMatch(row -> row.findingKey().equals(open.findingKey()));
    }

    private static Finding done(Finding f) {
        return new Finding(f.id(), f.discovered(), f.deviceId(), f.deviceName(), f.software(), f.vulnerabilities(), f.cvss(), f.scores(),
                f.assessmentText(), f.assessment(), f.treatment(), f.treatmentText(), f.action(), FindingStatus.DONE, f.plannedCompletion(), DAY,
                f.note(), f.patch(), f.exploitation(), f.cost(), f.owner(), f.approver(), f.acceptedUntil(), f.catchUpDate(), f.urgencyChange(),
                f.cells(), f.source());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_shown_is_decided_anew_when_records_or_the_day_have_changed_and_not_otherwise(DataSource source) throws Exception {
        HospitalDesk desk = desk(source, DAY);
        commit(desk, DAY, sample());
        desk.freshness.run();
        assertThat(desk.times()).isEqualTo(1);
        desk.freshness.run();
        assertThat(desk.times()).isEqualTo(1);
        commit(desk, DAY, sample().subList(0, 1));
        desk.freshness.run();
        assertThat(desk.times()).isEqualTo(2);
        HospitalDesk tomorrow = desk(source, DAY.plusDays(1));
        tomorrow.freshness.run();
        assertThat(tomorrow.times()).isEqualTo(1);
        assertThat(tomorrow.assessments.current().orElseThrow().asOf()).isEqualTo(DAY.plusDays(1));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_known_of_a_device_today_counts(DataSource source) throws Exception {
        HospitalDesk desk = desk(source, DAY);
        commit(desk, DAY, sample());
        Device ending = reading.findings().stream().filter(each -> !each.implied()).map(Tracked::device)
                .filter(device -> device.support().value() == Support.EOS_WITHIN_12M && device.supportEnds() != null).findFirst().orElseThrow();
        HospitalDesk later = desk(source, ending.supportEnds().plusDays(1));
        later.deciding.everything("suzuki");
        assertThat(rows(later)).filteredOn(row -> key(ending).equals(row.deviceKey())).isNotEmpty()
                .allMatch(row -> row.device().support() == Support.EOS);
    }
}
