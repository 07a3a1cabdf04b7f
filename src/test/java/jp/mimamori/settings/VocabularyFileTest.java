package jp.mimamori.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyFileTest {

    @TempDir
    Path home;

    private List<VocabularyFile.Row> rows(String content) throws Exception {
        Path file = home.resolve("spreadsheets/vocabulary/words.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return VocabularyFile.read(Shelf.at(home), "words.csv").rows().toList();
    }

    @Test
    void the_mark_that_excel_writes_is_no_part_of_the_first_header_and_short_rows_are_blank() throws Exception {
        for (String mark : new String[] {"", "\uFEFF"}) {
            List<VocabularyFile.Row> rows = rows(mark + "word,day,note\r\n 月 ,MONDAY\r\n");
            assertThat(rows.get(0).get("word")).isEqualTo("月");
            assertThat(rows.get(0).choice("day", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
            assertThat(rows.get(0).get("note")).isEmpty();
            assertThat(rows.get(0).get("nothing")).isEmpty();
        }
    }

    @Test
    void a_value_that_is_not_allowed_names_file_line_and_cell() throws Exception {
        VocabularyFile.Row row = rows("word,day\n\"二\n行\",MONDAY\n火,TUSDAY\n").get(1);
        assertThat(row.line()).isEqualTo(4);
        assertThatThrownBy(() -> row.choice("day", DayOfWeek.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spreadsheets/vocabulary/words.csv, 4: The value (TUSDAY) of day").hasMessageContaining("TUESDAY");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> VocabularyFile.read(Shelf.at(home), "nothing.csv")).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nothing.csv");
    }
}
