package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.mimamori.intake.mapping.MappingException;
import jp.mimamori.intake.mapping.MappingUse;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Language;
import jp.mimamori.settings.Shelf;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A mapping file is written, corrected in Excel, and reused when the same layout returns. */
class MappingTest {

    private static final String[] ODD = {"機器番号|機器名|謎の欄|危険の段階", "M-1|CT|10.0.0.1|A", "M-2|CT|10.0.0.2|B"};

    @TempDir
    Path folder;
    private final Intake intake = new Intake(Shelf.shipped());

    /** Corrects a cell of a row in which {@code key} stands. */
    private record Correction(int sheet, String key, int column, String text) {
    }

    private Path saved(Language language, String[] lines, Correction... corrections) throws Exception {
        MappingUse use = MappingUse.none();
        use.draft();
        Reading reading = new WorkbookMaker(folder).csv("a.csv", lines).read(intake, use);
        Path file = folder.resolve("mapping.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            intake.writeMapping(use, reading, language, out);
        }
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file)); OutputStream out = Files.newOutputStream(file)) {
            for (Correction c : corrections) {
                row(book.getSheetAt(c.sheet()), c.key()).createCell(c.column()).setCellValue(c.text());
            }
            book.write(out);
        }
        return file;
    }

    private static Row row(Sheet sheet, String key) {
        for (Row row : sheet) {
            for (var cell : row) {
                if (cell.toString().equals(key)) {
                    return row;
                }
            }
        }
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        row.createCell(1).setCellValue(key);
        return row;
    }

    private Reading read(Path mapping, String name, String... lines) throws Exception {
        return new WorkbookMaker(folder).csv(name, lines).read(intake, intake.use(List.of(intake.mapping(mapping))));
    }

    @Test
    void two_columns_for_a_field_of_one_value_are_told() throws Exception {
        Path twice = saved(Language.JA, ODD, new Correction(1, "謎の欄", 3, "患者影響度 (safety)"), new Correction(1, "危険の段階", 3, "患者影響度 (safety)"));
        assertThat(WorkbookMaker.issue(read(twice, "a.csv", ODD), "INTAKE-259").message().in(Language.JA)).contains("C, D");
        Path notes = saved(Language.JA, ODD, new Correction(1, "謎の欄", 3, "note"), new Correction(1, "危険の段階", 3, "note"));
        assertThat(codes(read(notes, "a.csv", ODD))).doesNotContain("INTAKE-259");
    }

    @Test
    void a_mapping_file_among_the_ledgers_is_told_where_it_belongs() throws Exception {
        Path mapping = saved(Language.JA, ODD);
        UnusableFileException refused = catchThrowableOfType(UnusableFileException.class,
                () -> intake.read(List.of(new InputFile(mapping, null)), java.time.LocalDate.of(2025, 9, 11), what -> { }));
        assertThat(refused.issue().code()).isEqualTo("INTAKE-258");
        assertThat(refused.issue().message().in(Language.JA)).contains("--mapping");
    }

    @Test
    void samples_leave_out_headings_and_show_dates_as_dates() throws Exception {
        Path mapping = saved(Language.JA, new String[] {"機器番号|機器名|謎の欄", "【放射線科】||", "M-1|CT|10.0.0.1", "M-2|MR|10.0.0.2"});
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(mapping))) {
            assertThat(row(book.getSheetAt(1), "機器番号").getCell(6).toString()).isEqualTo("M-1 | M-2");
            assertThat(row(book.getSheetAt(1), "機器番号").getCell(4).getCellStyle().getDataFormatString()).isEqualTo("0%");
        }
        assertThat(new jp.mimamori.intake.value.CellValue.Number(47127, true, false, false).shown()).isEqualTo("2029-01-09");
        assertThat(new jp.mimamori.intake.value.CellValue.Number(0.85, false, true, false).shown()).isEqualTo("85%");
        assertThat(new jp.mimamori.intake.value.CellValue.Number(0.354166667, true, false, false).shown()).isEqualTo("08:30");
    }

    @Test
    void every_fault_of_a_mapping_file_is_told_at_once() throws Exception {
        String[] lines = {"機器番号|機器名|患者影響度|謎の欄", "M-1|CT|甲種|x"};
        Path mapping = saved(Language.JA, lines, new Correction(0, "a.csv", 1, "違う役割"), new Correction(1, "謎の欄", 3, "違う項目"),
                new Correction(2, "甲種", 2, "違う意味"));
        MappingException faults = catchThrowableOfType(MappingException.class, () -> intake.mapping(mapping));
        assertThat(faults.issues()).extracting(jp.mimamori.trace.Issue::code).contains("INTAKE-242", "INTAKE-243", "INTAKE-249");
    }

    @Test
    void a_long_table_tells_how_far_it_is_and_a_copy_stands_in_the_list() throws Exception {
        StringBuilder rows = new StringBuilder("機器番号,機器名,メーカー\n");
        for (int i = 0; i < 1200; i++) {
            rows.append("M-").append(i).append(",CT,K\n");
        }
        Path one = Files.writeString(Files.createDirectories(folder.resolve("x")).resolve("台帳.csv"), rows);
        Path two = Files.writeString(Files.createDirectories(folder.resolve("y")).resolve("台帳.csv"), rows);
        List<Double> shares = new java.util.ArrayList<>();
        Reading reading = intake.read(List.of(new InputFile(one, null), new InputFile(two, null)), java.time.LocalDate.of(2025, 9, 11),
                MappingUse.none(), (what, share) -> shares.add(share));
        assertThat(shares).containsExactly(-1.0, 500 / 1200.0, 1000 / 1200.0);
        assertThat(reading.repeats()).singleElement().satisfies(issue -> assertThat(issue.message().in(Language.JA)).contains("y/台帳.csv", "x/台帳.csv"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_mapping_that_nobody_corrects_changes_nothing(Language language) throws Exception {
        Reading before = new WorkbookMaker(folder).csv("a.csv", ODD).read();
        Reading after = read(saved(language, ODD), "a.csv", ODD);
        assertThat(after.devices()).isEqualTo(before.devices());
        assertThat(codes(after)).contains("INTAKE-226");
    }

    @Test
    void a_corrected_field_is_used_wherever_the_layout_returns() throws Exception {
        Path mapping = saved(Language.JA, ODD, new Correction(1, "謎の欄", 3, "IPアドレス (ip)"));
        Reading reading = read(mapping, "another.csv", "令和7年度の台帳", "", "機器番号|機器名|謎の欄|危険の段階", "M-9|CT|10.0.0.9|A");
        assertThat(reading.devices().get(0).ip()).isEqualTo("10.0.0.9");
        assertThat(column(reading, "C").recognition()).isEqualTo(new Recognition("謎の欄", How.MAPPING, 1, null));
    }

    @Test
    void a_layout_with_one_more_column_is_nearly_the_same_and_told() throws Exception {
        Path mapping = saved(Language.JA, ODD, new Correction(1, "謎の欄", 3, "ip"));
        Reading reading = read(mapping, "b.csv", "機器番号|機器名|メーカー|謎の欄|危険の段階", "M-9|CT|K|10.0.0.9|A");
        assertThat(reading.devices().get(0).ip()).isEqualTo("10.0.0.9");
        assertThat(reading.devices().get(0).manufacturer()).isEqualTo("K");
        assertThat(WorkbookMaker.issue(reading, "INTAKE-227").message().in(Language.JA)).contains("メーカー");
    }

    @Test
    void a_column_or_a_sheet_may_be_left_out() throws Exception {
        Path mapping = saved(Language.JA, ODD, new Correction(1, "機器名", 3, "読まない"));
        Reading reading = read(mapping, "c.csv", ODD);
        assertThat(reading.devices().get(0).name()).isNull();
        assertThat(codes(reading)).contains("INTAKE-239");
        Path none = saved(Language.JA, ODD, new Correction(0, "a.csv", 1, "読まない"));
        Reading two = new WorkbookMaker(folder).csv("a.csv", ODD).csv("d.csv", "機器番号|機器名", "M-5|MR")
                .read(intake, intake.use(List.of(intake.mapping(none))));
        assertThat(two.devices()).extracting(d -> d.id()).containsExactly("M-5");
        assertThat(codes(two)).contains("INTAKE-235");
    }

    @Test
    void a_sheet_without_a_header_is_read_once_the_user_has_named_its_columns() throws Exception {
        String[] lines = {"M-1|CT|10.0.0.1", "M-2|MR|10.0.0.2", "M-3|XR|10.0.0.3"};
        Path mapping = saved(Language.JA, lines, new Correction(0, "a.csv", 1, "機器台帳"), new Correction(1, "A", 3, "deviceId"),
                new Correction(1, "B", 3, "機器名"), new Correction(1, "C", 3, "IPアドレス"));
        Reading reading = read(mapping, "a.csv", lines);
        assertThat(reading.devices()).extracting(d -> d.id() + d.name() + d.ip())
                .containsExactly("M-1CT10.0.0.1", "M-2MR10.0.0.2", "M-3XR10.0.0.3");
        assertThat(reading.sources().get(0).sheets().get(0).headerRow()).isNull();
    }

    @Test
    void words_nobody_understood_are_listed_and_mean_what_the_user_says() throws Exception {
        String[] lines = {"機器番号|機器名|患者影響度", "M-1|CT|甲種", "M-2|CT|甲種"};
        Path mapping = saved(Language.JA, lines, new Correction(2, "甲種", 2, "重大"));
        assertThat(read(mapping, "a.csv", lines).devices()).extracting(d -> d.safety().value()).containsOnly(Safety.CRITICAL);
    }

    @Test
    void a_word_that_is_understood_may_mean_something_else_here() throws Exception {
        String[] lines = {"機器番号|機器名|患者影響度", "M-1|CT|重大"};
        Path mapping = saved(Language.JA, lines, new Correction(2, "重大", 0, "患者影響度 (safety)"), new Correction(2, "重大", 2, "致命的"));
        assertThat(read(mapping, "a.csv", lines).devices().get(0).safety().value()).isEqualTo(Safety.CATASTROPHIC);
    }

    @Test
    void a_ledgers_own_words_stay_to_be_shown() throws Exception {
        String[] lines = {"管理番号|機器名|脆弱性情報|CVSS|リスク評価|対応方針", "V-1|CT|CVE-2020-0796|10.0|甲種|乙対応"};
        Path mapping = saved(Language.JA, lines, new Correction(2, "甲種", 2, "重大"), new Correction(2, "乙対応", 2, "修正"));
        var finding = read(mapping, "a.csv", lines).findings().get(0).finding();
        assertThat(finding.assessmentText()).isEqualTo("甲種");
        assertThat(finding.assessment()).isEqualTo(Safety.CRITICAL);
        assertThat(finding.treatmentText()).isEqualTo("乙対応");
        assertThat(finding.treatment()).isEqualTo(jp.mimamori.ledger.Treatment.FIX);
    }

    @ParameterizedTest
    @CsvSource({"1, 機器名, 3, 機器なまえ, INTAKE-243, D3", "0, a.csv, 1, 機器だいちょう, INTAKE-242, B2", "1, 機器名, 3, deviceId, INTAKE-248, D3",
            "1, 機器名, 0, 様式9, INTAKE-245, A3", "0, a.csv, 3, 多い, INTAKE-247, D2"})
    void what_cannot_be_is_one_error_with_its_cell(int sheet, String key, int column, String text, String code, String cell) throws Exception {
        Path mapping = saved(Language.JA, ODD, new Correction(sheet, key, column, text));
        MappingException wrong = catchThrowableOfType(MappingException.class, () -> intake.mapping(mapping));
        assertThat(wrong.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(code);
            assertThat(issue.place().cell()).isEqualTo(cell);
            assertThat(issue.message().in(Language.JA)).contains(text);
        });
    }

    @Test
    void a_mapping_of_another_workbook_is_warned_of() throws Exception {
        Path mapping = saved(Language.JA, ODD);
        assertThat(codes(read(mapping, "e.csv", "管理番号|機器名|脆弱性情報|CVSS", "V-1|CT|CVE-2020-0796|10.0"))).contains("INTAKE-236");
    }
}
