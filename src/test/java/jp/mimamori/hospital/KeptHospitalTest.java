package jp.mimamori.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.settings.Shelf;
import org.junit.jupiter.api.Test;

class KeptHospitalTest {

    private static final Path SAMPLE = Path.of("spreadsheets/examples/星凪総合病院");

    private static Reading sample() throws Exception {
        List<InputFile> files = new ArrayList<>();
        try (var paths = Files.list(SAMPLE)) {
            paths.sorted().forEach(path -> files.add(new InputFile(path, null)));
        }
        return new Intake(Shelf.shipped()).read(files, LocalDate.of(2026, 9, 10), message -> { });
    }

    @Test
    void the_sample_hospital_comes_back_as_it_was_kept_and_a_finding_has_its_device_as_that_is_now() throws Exception {
        Reading reading = sample();
        Memory store = new Memory();
        KeptHospital kept = new KeptHospital(store);
        Map<Object, String> keys = new HashMap<>();
        RecordKeys.devices(reading.devices()).forEach(device -> {
            store.put(kept.step(device.key(), device.value()));
            keys.put(device.value(), device.key());
        });
        RecordKeys.findings(reading.findings()).forEach(finding -> {
            Tracked tracked = finding.value();
            store.put(kept.step(finding.key(), tracked.implied() ? new KeptFinding(tracked.finding(), null, tracked.device())
                    : new KeptFinding(tracked.finding(), keys.get(tracked.device()), null)));
        });
        Calendars calendars = reading.calendars();
        store.put(kept.step("u", new CalendarSheet(SheetRole.UTILISATION, "a.xlsx", "b",
                new Calendars(calendars.utilisation(), List.of(), List.of(), List.of(), List.of()))));
        store.put(kept.step("s", new CalendarSheet(SheetRole.STAFF, "a.xlsx", "c",
                new Calendars(List.of(), calendars.bookings(), calendars.shifts(), calendars.vendorDays(), calendars.siteDays()))));
        reading.kev().forEach(kev -> store.put(kept.step("KEV", new KeptFeed(kev, null))));
        reading.epss().forEach(epss -> store.put(kept.step("EPSS", new KeptFeed(null, epss))));

        assertThat(kept.devices()).extracting(Keyed::value).containsExactlyElementsOf(reading.devices());
        List<Tracked> findings = new ArrayList<>();
        kept.findings(held -> findings.add(held.tracked()));
        assertThat(findings).containsExactlyElementsOf(reading.findings());
        assertThat(kept.finding(RecordKeys.findings(reading.findings()).get(0).key()).orElseThrow().tracked()).isEqualTo(reading.findings().get(0));
        assertThat(kept.calendars().utilisation()).extracting(Utilisation::percent)
                .containsExactlyElementsOf(calendars.utilisation().stream().map(Utilisation::percent).toList()).isNotEmpty();
        assertThat(kept.calendars().shifts()).isEqualTo(calendars.shifts()).isNotEmpty();
        assertThat(kept.calendars().siteDays()).isEqualTo(calendars.siteDays());
        assertThat(kept.kev()).isEqualTo(reading.kev()).isNotEmpty();
        assertThat(kept.epss()).isEqualTo(reading.epss()).isNotEmpty();

        HeldFinding onDevice = kept.finding(RecordKeys.findings(reading.findings().stream().filter(t -> !t.implied()).toList()).get(0).key()).orElseThrow();
        store.rows.get(Kind.DEVICE).remove(onDevice.deviceKey());
        HeldFinding orphan = kept.finding(onDevice.key()).orElseThrow();
        assertThat(orphan.tracked().finding()).isEqualTo(onDevice.tracked().finding());
        assertThat(orphan.tracked().implied()).isTrue();
        assertThat(orphan.tracked().device().safety().value().isKnown()).isFalse();
    }

    /** Only what reading needs. */
    private static final class Memory implements HospitalStore {

        private final Map<Kind, Map<String, String>> rows = new HashMap<>();

        void put(Step step) {
            rows.computeIfAbsent(step.kind(), kind -> new java.util.LinkedHashMap<>()).put(step.key(), step.json());
        }

        @Override
        public long version() {
            return 0;
        }

        @Override
        public void now(Kind kind, BiConsumer<String, String> each) {
            rows.getOrDefault(kind, Map.of()).forEach(each);
        }

        @Override
        public Optional<String> one(Kind kind, String key) {
            return Optional.ofNullable(rows.getOrDefault(kind, Map.of()).get(key));
        }

        @Override
        public ImportRun commit(LocalDate asOf, String by, String summary, List<KeptFile> files, List<Step> steps, long seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void undo(long importId, String by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ImportRun> imports(int limit) {
            return List.of();
        }

        @Override
        public Optional<ImportRun> holding(String sha256) {
            return Optional.empty();
        }
    }
}
