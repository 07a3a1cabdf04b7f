package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.settings.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

    @TempDir
    private Path home;

    private Values values(String added) throws IOException {
        Path folder = Files.createDirectories(home.resolve("spreadsheets/vocabulary"));
        String shipped = new String(Shelf.shipped().read("spreadsheets/vocabulary/values.csv"), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("values.csv"), shipped + added);
        return Values.from(Shelf.at(home));
    }

    @Test
    void a_hospital_adds_its_own_words() throws IOException {
        assertThat(values("device_status,SPARE,whole,控え,当院の言い方\n").deviceStatus(new CellValue.Text("控え")).value()).isEqualTo(DeviceStatus.SPARE);
    }

    @Test
    void a_word_with_two_meanings_is_refused_with_its_line() {
        assertThatThrownBy(() -> values("device_status,SPARE,whole,廃棄,\n")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values.csv, ").hasMessageContaining("廃棄");
    }

    @Test
    void an_unknown_way_of_matching_is_refused() {
        assertThatThrownBy(() -> values("device_status,SPARE,sometimes,控え,\n")).hasMessageContaining("sometimes");
    }

    @Test
    void the_shipped_files_open_in_excel_as_utf_8() {
        for (String file : java.util.List.of("values.csv", "categories.csv", "segments.csv", "eos.csv")) {
            assertThat(Shelf.shipped().read("spreadsheets/vocabulary/" + file)).as(file).startsWith(0xEF, 0xBB, 0xBF);
        }
    }
}
