package jp.mimamori.hospital.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.settings.Shelf;
import org.junit.jupiter.api.Test;

class KeptJsonTest {

    private final KeptJson json = new KeptJson();

    private static Reading sample() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("spreadsheets/examples/星凪総合病院"))) {
            List<InputFile> all = files.sorted().map(file -> new InputFile(file, null)).toList();
            return new Intake(Shelf.shipped()).read(all, LocalDate.of(2026, 9, 10), any -> { });
        }
    }

    @Test
    void the_whole_sample_hospital_comes_back_as_it_was() throws Exception {
        Reading reading = sample();
        assertThat(reading.devices()).hasSizeGreaterThan(100);
        for (Device device : reading.devices()) {
            assertThat(json.read(json.write(device), Device.class)).isEqualTo(device);
        }
        for (Tracked tracked : reading.findings()) {
            assertThat(json.read(json.write(tracked), Tracked.class)).isEqualTo(tracked);
        }
        assertThat(json.read(json.write(reading.calendars()), Calendars.class)).usingRecursiveComparison().isEqualTo(reading.calendars());
    }

    @Test
    void a_reason_is_still_told_in_both_languages() throws Exception {
        Device device = sample().devices().stream().filter(d -> d.safety().how() != null).findFirst().orElseThrow();
        Device kept = json.read(json.write(device), Device.class);
        for (Language language : Language.values()) {
            assertThat(kept.safety().how().in(language)).isEqualTo(device.safety().how().in(language));
        }
    }

    @Test
    void what_is_no_record_of_ours_is_refused() {
        assertThatThrownBy(() -> json.read("{\"id\":\"x\",\"colour\":1}", Device.class)).isInstanceOf(KeptJson.UnreadableRecordException.class);
        assertThatThrownBy(() -> json.read("{", Device.class)).isInstanceOf(KeptJson.UnreadableRecordException.class);
    }
}
