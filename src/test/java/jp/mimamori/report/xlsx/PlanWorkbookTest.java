package jp.mimamori.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.report.PlanSummary;
import jp.mimamori.report.sample.SampleHospital;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanWorkbookTest extends WrittenPlan {

    private static List<Cell> cells(XSSFWorkbook workbook) {
        List<Cell> cells = new ArrayList<>();
        workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cells::add)));
        return cells;
    }

    @Test
    void a_plan_has_its_seven_sheets_in_the_order_people_need_them() throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.planned(40), Language.JA)) {
            assertThat(workbook).extracting(sheet -> sheet.getSheetName())
                    .containsExactly("まとめ", "判定", "作業カレンダー", "作業一覧", "脆弱性管理台帳", "問題と仮定", "版と入力");
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("脆弱性対応計画");
            assertThat(workbook.getProperties().getCustomProperties().getProperty("mimamori.workbook").getLpwstr()).isEqualTo("1");
        }
    }

    @Test
    void an_assessment_has_no_calendar_sheets() throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.assessed(40), Language.EN)) {
            assertThat(workbook).extracting(sheet -> sheet.getSheetName())
                    .containsExactly("Summary", "Decisions", "Ledger", "Problems and assumptions", "Versions and inputs");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothing_in_it_is_a_formula_or_leads_outside(Language language) throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.planned(60), language)) {
            assertThat(cells(workbook)).noneMatch(cell -> cell.getCellType() == CellType.FORMULA || cell.getCellType() == CellType.ERROR);
            assertThat(workbook.getExternalLinksTable()).isEmpty();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                for (var link : workbook.getSheetAt(i).getHyperlinkList()) {
                    String sheet = link.getLocation().substring(1, link.getLocation().lastIndexOf('\''));
                    assertThat(workbook.getSheet(sheet)).as(link.getLocation()).isNotNull();
                }
            }
        }
        try (ZipFile zip = new ZipFile(folder.resolve("plan.xlsx").toFile())) {
            assertThat(Collections.list(zip.entries())).noneMatch(entry -> entry.getName().contains("externalLink") || entry.getName().contains("vba"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tables_are_frozen_filterable_and_print_their_header_on_each_page(Language language) throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.planned(60), language)) {
            for (int i : new int[] {1, 3, 4, 5}) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) (Table.HEADER + 1));
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A3:").endsWith(String.valueOf(sheet.getLastRowNum() + 1));
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
                assertThat(sheet.getFooter().getRight()).contains("&P / &N");
            }
            assertThat(workbook.getSheetAt(0).getPrintSetup().getLandscape()).isFalse();
            assertThat(workbook.getSheetAt(0).getPrintSetup().getFitHeight()).isEqualTo((short) 1);
            assertThat(workbook.getAllNames()).extracting(name -> name.getSheetIndex() + name.getNameName()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_empty_hospital_gives_a_workbook_that_says_so(Language language) throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.emptyPlan(), language)) {
            assertThat(text(workbook.getSheetAt(0))).contains(Wording.of(PlanWorkbook.class).text(language, "summary.headline.none"));
            assertThat(text(workbook.getSheetAt(1))).contains(Wording.of(PlanWorkbook.class).text(language, "decisions.empty"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A0", "+1+1", "-1", "@SUM(A1)", "=1+1", "'quoted", "a\tb", "_x0041_", "<b>&amp;\"]]>", "{0} it''s {x}", "  ", "改行\nあり",
            "𠮷野家の髙﨑①㈱", "\tTab"})
    void a_text_stays_the_text_it_is(String nasty) throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.nasty(nasty), Language.JA)) {
            XSSFCell name = cell(workbook.getSheet("判定"), 0, "機器名");
            assertThat(name.getCellType()).isEqualTo(CellType.STRING);
            assertThat(name.getStringCellValue()).isEqualTo(nasty);
            assertThat(name.getCellStyle().getQuotePrefixed()).isEqualTo("=+-@\t".indexOf(nasty.charAt(0)) >= 0);
            assertThat(cell(workbook.getSheet("脆弱性管理台帳"), 0, "備考").getStringCellValue()).isEqualTo(nasty);
            assertThat(cells(workbook)).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
        }
    }

    @Test
    void control_characters_and_endless_texts_still_give_a_readable_workbook() throws Exception {
        StringBuilder endless = new StringBuilder("a\u0000b\u0007c\uFFFF");
        new Random(1).ints(40_000, 0x4E00, 0x9FFF).forEach(endless::appendCodePoint);
        try (XSSFWorkbook workbook = written(SampleHospital.nasty(endless.toString()), Language.JA)) {
            String name = cell(workbook.getSheet("判定"), 0, "機器名").getStringCellValue();
            assertThat(name).startsWith("a").endsWith("…").hasSizeLessThanOrEqualTo(CellText.MAX_LENGTH);
            assertThat(workbook.getSheet("判定").getRow(Table.HEADER + 1).getHeightInPoints()).isLessThanOrEqualTo(409);
        }
    }

    @Test
    void entries_beyond_the_end_of_a_sheet_go_on_in_the_next() throws Exception {
        Path out = folder.resolve("long.xlsx");
        try (Book book = new Book(Language.JA, CLOCK.instant())) {
            List<Column<String>> columns = List.of(new Column<>("code", "code", 20, Look.TEXT, text -> text));
            new Table<>(book, Tab.ISSUES, "issues", columns, 1, 1, 2).write(List.of("a", "b", "c", "d", "e"), "");
            try (var stream = Files.newOutputStream(out)) {
                book.write(stream);
            }
        }
        try (XSSFWorkbook workbook = open(out)) {
            assertThat(workbook).extracting(sheet -> sheet.getSheetName()).containsExactly("問題と仮定", "問題と仮定 (2)", "問題と仮定 (3)");
            assertThat(cell(workbook.getSheetAt(2), 0, "コード").getStringCellValue()).isEqualTo("e");
        }
    }

    @Test
    void a_stream_that_fails_is_told() {
        assertThatThrownBy(() -> new PlanWorkbook(ROLES, CLOCK).write(SampleHospital.assessed(3), Language.JA, new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        })).isInstanceOf(IOException.class).hasMessageContaining("disk full");
    }

    @Test
    void both_languages_have_the_same_words() {
        for (Class<?> room : List.of(PlanWorkbook.class, PlanSummary.class)) {
            Wording words = Wording.of(room);
            assertThat(words.keys(Language.EN)).isEqualTo(words.keys(Language.JA));
        }
    }

    @ParameterizedTest
    @CsvSource({"abc, 20, 1", "'a\nb', 20, 2", "患者安全への影響が重大, 14, 2", "'', 10, 1"})
    void a_row_is_as_high_as_its_lines(String text, double width, int lines) {
        assertThat(CellText.lines(text, width)).isEqualTo(lines);
    }

    @Test
    void every_row_with_text_has_its_height_written_down() throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.planned(30), Language.EN)) {
            for (Row row : workbook.getSheet("Decisions")) {
                assertThat(((org.apache.poi.xssf.usermodel.XSSFRow) row).getCTRow().getCustomHeight()).isTrue();
            }
        }
    }

    /** After a wanted change: run with {@code -Dgolden.write=true}, look at the difference, commit it. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void every_cell_of_a_small_plan_is_as_agreed(Language language) throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.planned(12), language)) {
            String name = "plan-" + language.locale().getLanguage() + ".txt";
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(Path.of("src/test/resources/jp/mimamori/report/xlsx", name), golden(workbook));
                return;
            }
            try (InputStream in = PlanWorkbookTest.class.getResourceAsStream(name)) {
                assertThat(in).as(name).isNotNull();
                assertThat(golden(workbook).lines().toList())
                        .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            }
        }
    }

    private static String golden(XSSFWorkbook workbook) {
        StringBuilder text = new StringBuilder();
        for (Cell cell : cells(workbook)) {
            String value = switch (cell.getCellType()) {
                case STRING -> '"' + cell.getStringCellValue().replace("\n", "\\n") + '"';
                case NUMERIC -> cell.getNumericCellValue() + " " + cell.getCellStyle().getDataFormatString();
                default -> "";
            };
            if (!value.isEmpty()) {
                text.append(cell.getSheet().getSheetName()).append('!').append(cell.getAddress()).append(' ').append(value);
                text.append(cell.getHyperlink() == null ? "" : " → " + ((XSSFCell) cell).getHyperlink().getLocation()).append('\n');
            }
        }
        return text.toString();
    }
}
