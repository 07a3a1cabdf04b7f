package jp.mimamori.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.mimamori.intake.sheet.Limits.Limit;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.language.Language;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    @TempDir
    Path home;

    private Limits edited(String from, String to) throws Exception {
        String shipped = new String(Shelf.shipped().read("spreadsheets/vocabulary/limits.csv"), StandardCharsets.UTF_8);
        assertThat(shipped).contains(from);
        Path file = home.resolve("spreadsheets/vocabulary/limits.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, shipped.replace(from, to));
        return Limits.from(Shelf.at(home));
    }

    @Test
    void a_hospital_may_raise_a_limit() throws Exception {
        assertThat(edited("sheets,300,", "sheets,\"1,000\",").of(Limit.SHEETS)).isEqualTo(1_000);
        assertThat(Limits.from(Shelf.shipped()).of(Limit.SHEETS)).isEqualTo(300);
    }

    @Test
    void a_limit_that_is_none_is_refused_with_its_line() {
        assertThatThrownBy(() -> edited("sheets,300,", "sheets,0,")).isInstanceOf(VocabularyException.class).hasMessageContaining("limits.csv, ");
        assertThatThrownBy(() -> edited("sheets,300,", "sheets,many,")).isInstanceOf(VocabularyException.class).hasMessageContaining("many");
        assertThatThrownBy(() -> edited("sheets,300,", "sheetz,300,")).isInstanceOf(VocabularyException.class).hasMessageContaining("sheetz");
        assertThatThrownBy(() -> edited("sheets,300,", "rows,300,")).isInstanceOf(VocabularyException.class);
        assertThatThrownBy(() -> edited("memoryPercent,60,", "memoryPercent,91,")).isInstanceOf(VocabularyException.class);
        assertThatThrownBy(() -> edited("memoryPercent,60,", "memoryPercent,90,\nextra,1,")).isInstanceOf(VocabularyException.class);
    }

    @Test
    void the_refusal_names_the_setting_and_its_file() throws Exception {
        Path file = Files.writeString(home.resolve("a.csv"), "a,b\n1,2\n3,4\n");
        assertThatThrownBy(() -> new SheetFiles(Limits.from(Shelf.shipped()).with(Limit.ROWS, 2)).read(file, "a.csv", sheet -> { }))
                .isInstanceOfSatisfying(UnusableFileException.class, e -> {
                    for (Language language : Language.values()) {
                        assertThat(e.issue().message().in(language)).contains("limits.csv").contains("rows");
                    }
                });
    }

    @Test
    void equal_texts_of_a_file_are_one_object() throws Exception {
        Path file = Files.writeString(home.resolve("a.csv"), "a,b\nx,\"x\"\ny,x\n");
        new SheetFiles(Limits.from(Shelf.shipped())).read(file, "a.csv", sheet -> {
            assertThat(sheet.rows().get(1).cell(0)).isSameAs(sheet.rows().get(1).cell(1)).isSameAs(sheet.rows().get(2).cell(1));
            assertThat(sheet.rows().get(2).cell(0)).isNotSameAs(sheet.rows().get(1).cell(0));
        });
    }

    @Test
    void numbers_are_read_as_java_reads_them() {
        java.util.Random random = new java.util.Random(42);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 3 == 0 ? random.nextInt(100_000) / 100.0 : i % 3 == 1 ? random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20)
                    : random.nextLong();
            String text = i % 2 == 0 ? Double.toString(value) : new java.math.BigDecimal(value).round(new java.math.MathContext(15)).toPlainString();
            assertThat(Numerals.number(text.toCharArray(), 0, text.length())).as(text).isEqualTo(Double.parseDouble(text));
        }
        for (String none : new String[] {"", "-", ".", "1e999", "NaN", "Infinity", "0x10", "1d", "1 2", "--1", "1.2.3"}) {
            assertThat(Numerals.number(none.toCharArray(), 0, none.length())).as(none).isNaN();
        }
        assertThat(Numerals.serial("2021-04-01", false)).isEqualTo(44_287);
        assertThat(Numerals.serial("2021-04-01T12:00:00Z", true)).isEqualTo(44_287 - 1_462 + 0.5);
        assertThat(Numerals.serial("18:00:00", false)).isEqualTo(0.75);
        assertThat(Numerals.serial("2021-13-01", false)).isNaN();
    }
}
