package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import jp.mimamori.settings.Shelf;
import org.junit.jupiter.api.Test;

class ValuesPropertyTest {

    private static final Values VALUES = Values.from(Shelf.shipped());

    @Test
    void every_day_since_showa_reads_back_from_every_spelling() {
        Random random = new Random(20250911);
        LocalDate first = LocalDate.of(1926, 12, 26);
        for (int i = 0; i < 700; i++) {
            LocalDate day = first.plusDays(random.nextInt(60_000));
            JapaneseDate era = JapaneseDate.from(day);
            int year = era.get(ChronoField.YEAR_OF_ERA);
            String name = DateTimeFormatter.ofPattern("GGGG", Locale.JAPAN).format(era);
            String letter = DateTimeFormatter.ofPattern("GGGGG", Locale.ENGLISH).format(era);
            for (String written : List.of(day.toString(), day.toString().replace('-', '/'), day.toString().replace('-', '.'),
                    day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
                    name + (year == 1 ? "元" : String.valueOf(year)) + "年" + day.getMonthValue() + "月 " + day.getDayOfMonth() + "日",
                    letter + year + "." + day.getMonthValue() + "." + day.getDayOfMonth(),
                    String.format("%s%02d/%02d/%02d", letter, year, day.getMonthValue(), day.getDayOfMonth()), wide(letter + year + ". " + day.getMonthValue() + "." + day.getDayOfMonth()))) {
                assertThat(VALUES.date(new CellValue.Text(written), DateUse.OTHER)).as(written).isEqualTo(Parsed.of(day));
            }
            double serial = day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
            assertThat(VALUES.date(new CellValue.Number(serial, true, false, false), DateUse.OTHER).value()).isEqualTo(day);
            assertThat(VALUES.date(new CellValue.Number(serial - 1462, true, false, true), DateUse.OTHER).value()).isEqualTo(day);
        }
    }

    @Test
    void no_text_whatever_makes_a_reader_fail() {
        String[] pieces = {"0", "1", "7", "12", "2025", "31", "年", "月", "日", "度", "末", "頃", "R", "H", "令和", "元", ".", "/", "-", "‐", "ー", ":", "～", " ", "\u3000", "\n", "(", "）", "CVE-", "cve", "XXXXX", "JVN#",
            "AV:N", "/AC:L", "/PR:N/UI:N/S:U/C:H/I:H/A:H", "CVSS:3.1/", "CVSS:4.0/", "v3", "緊急", "有", "無", "△", "〃", "〇", "十", "一", "未定", "済", "終了", "%", "台", "192.168.", "00:1B:", "時", "午後", "翌", "\uD83D\uDE00", "\u0000", "ﾎﾟ", "#REF!", "\uFEFF", "99999999999999999999"};
        List<Function<CellValue, Parsed<?>>> readers = List.of(c -> VALUES.date(c, DateUse.SUPPORT_END), c -> VALUES.date(c, DateUse.OTHER), VALUES::supportEnd, VALUES::yesNo, VALUES::cvss, VALUES::vulnerabilityIds, VALUES::treatment,
                VALUES::findingStatus, VALUES::deviceStatus, VALUES::safety, VALUES::patch, VALUES::exploitation, VALUES::epss, VALUES::cost, VALUES::leak, VALUES::quantity, VALUES::id, VALUES::ip, VALUES::mac, VALUES::text, VALUES::time, c -> VALUES.percent(c, true));
        Random random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            CellValue cell = i % 10 == 0 ? new CellValue.Number(random.nextGaussian() * Math.pow(10, random.nextInt(20)), random.nextBoolean(), false, random.nextBoolean())
                    : new CellValue.Text(text.toString());
            for (Function<CellValue, Parsed<?>> reader : readers) {
                assertThatCode(() -> reader.apply(cell).notes().forEach(note -> note.message().in(jp.mimamori.language.Language.JA))).as(cell.toString()).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void very_long_cells_are_no_trouble() {
        for (String piece : List.of(":", "AV:N/", "1.", "CVE-2025-", "(", "令和", "- ", "９", "x ")) {
            CellValue cell = new CellValue.Text(piece.repeat(32_767 / piece.length()));
            assertThatCode(() -> {
                VALUES.ip(cell);
                VALUES.mac(cell);
                VALUES.cvss(cell);
                VALUES.vulnerabilityIds(cell);
                VALUES.supportEnd(cell);
                VALUES.treatment(cell);
                VALUES.quantity(cell);
                VALUES.time(cell);
                VALUES.percent(cell, false);
                VALUES.id(cell);
            }).doesNotThrowAnyException();
        }
    }

    private static String wide(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c == ' ' ? 0x3000 : c < 0x7f ? c + 0xFEE0 : c)));
        return out.toString();
    }
}
