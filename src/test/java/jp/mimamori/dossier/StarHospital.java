package jp.mimamori.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.hospital.CalendarSheet;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.hospital.RecordKeys;
import jp.mimamori.hospital.Step;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.settings.Shelf;

/** The sample hospital, brought into a store. */
public final class StarHospital {

    public static final LocalDate AS_OF = LocalDate.of(2026, 9, 10);
    private static final Path SAMPLE = Path.of("spreadsheets/examples/星凪総合病院");

    private StarHospital() {
    }

    public static Reading read() throws IOException, UnusableFileException {
        List<InputFile> files = new ArrayList<>();
        try (var paths = Files.list(SAMPLE)) {
            paths.sorted().forEach(path -> files.add(new InputFile(path, null)));
        }
        return new Intake(Shelf.shipped()).read(files, AS_OF, message -> { });
    }

    public static void into(HospitalStore store, Reading reading) throws HospitalStore.StaleException {
        KeptHospital kept = new KeptHospital(store);
        List<Step> steps = new ArrayList<>();
        Map<Object, String> keys = new HashMap<>();
        RecordKeys.devices(reading.devices()).forEach(device -> {
            steps.add(kept.step(device.key(), device.value()));
            keys.put(device.value(), device.key());
        });
        RecordKeys.findings(reading.findings()).forEach(finding -> steps.add(kept.step(finding.key(), finding.value().implied()
                ? new KeptFinding(finding.value().finding(), null, finding.value().device())
                : new KeptFinding(finding.value().finding(), keys.get(finding.value().device()), null))));
        steps.add(kept.step("calendars", new CalendarSheet(SheetRole.UTILISATION, "稼働率・予約.xlsx", null, reading.calendars())));
        reading.kev().forEach(kev -> steps.add(kept.step("KEV", new KeptFeed(kev, null))));
        reading.epss().forEach(epss -> steps.add(kept.step("EPSS", new KeptFeed(null, epss))));
        store.commit(AS_OF, "sakura", "{}", List.of(new HospitalStore.KeptFile("ledger.xlsx", "a".repeat(64), new byte[] {1})), steps, store.version());
    }
}
