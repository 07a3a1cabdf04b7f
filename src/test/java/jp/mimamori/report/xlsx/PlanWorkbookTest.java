package jp.mimamori.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.planning.posing.StaffRoles;
import jp.mimamori.report.PlanSummary;
import jp.mimamori.report.sample.SampleHospital;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanWorkbookTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-04T01:23:45Z"), ZoneId.of("Asia/Tokyo"));
    static final StaffRoles ROLES = StaffRoles.of(Shelf.shipped());
    private static final List<String> DECK = List.of("管理番号", "発見日", "機器名", "機器ID", "ソフトウェア/OS", "脆弱性情報",
            "深刻度（CVSS）", "リスク評価", "対応方針", "対応内容", "対応状況", "完了予定日", "完了日", "備考");

    @TempDir
    Path folder;

    private XSSFWorkbook written(Planned planned, Language language) throws IOException {
        Path out = folder.resolve("plan.xlsx");
        try (OutputStream stream = Files.newOutputStream(out)) {
            new PlanWorkbook(ROLES, CLOCK).write(planned, language, stream);
        }
        return open(out);
    }

    private XSSFWorkbook written(Assessed assessed, Language language) throws IOException {
        Path out = folder.resolve("assessed.xlsx");
        try (OutputStream stream = Files.newOutputStream(out)) {
            new PlanWorkbook(ROLES, CLOCK).write(assessed, language, stream);
        }
        return open(out);
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<String> headers(XSSFSheet sheet) {
        List<String> headers = new ArrayList<>();
        sheet.getRow(Table.HEADER).forEach(cell -> headers.add(cell.getStringCellValue()));
        return headers;
    }

    private static XSSFCell cell(XSSFSheet sheet, int entry, String header) {
        return sheet.getRow(Table.HEADER + 1 + entry).getCell(headers(sheet).indexOf(header));
    }

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

    @Test
    void decisions_stand_in_order_with_typed_cells() throws Exception {
        Planned planned = SampleHospital.planned(60);
        PlanSummary summary = PlanSummary.of(planned);
        try (XSSFWorkbook workbook = written(planned, Language.JA)) {
            XSSFSheet sheet = workbook.getSheet("判定");
            assertThat(sheet.getLastRowNum()).isEqualTo(Table.HEADER + planned.assessed().decisions().size());
            for (int i = 0; i < summary.decisions().size(); i++) {
                assertThat(cell(sheet, i, "判定ID").getStringCellValue()).isEqualTo(summary.decisions().get(i).decision().id());
            }
            assertThat(cell(sheet, 0, "緊急度").getStringCellValue()).isEqualTo("緊急");
            assertThat(cell(sheet, 0, "印").getStringCellValue()).isEqualTo("◆");
            assertThat(cell(sheet, 0, "印").getCellStyle().getFillForegroundColorColor().getARGBHex()).isEqualTo("FFFF4B00");
            assertThat(cell(sheet, 0, "CVSS").getNumericCellValue()).isEqualTo(9.8);
            XSSFCell due = cell(sheet, 0, "期限");
            assertThat(due.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(due.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(summary.decisions().get(0).bindingDate());
            assertThat(due.getCellStyle().getDataFormatString()).contains("yyyy").contains("aaa");
            assertThat(cell(sheet, 0, "残り日数").getNumericCellValue()).isEqualTo(14);
            assertThat(cell(sheet, 0, "作業枠の開始").getLocalDateTimeCellValue()).isEqualTo("2025-11-10T13:00");
            assertThat(cell(sheet, 0, "患者安全への影響").getStringCellValue()).isEqualTo("中等度（推定）");
            assertThat(cell(sheet, 0, "費用・難易度").getStringCellValue()).isEqualTo("不明");
            assertThat(cell(sheet, 0, "推定の根拠").getStringCellValue()).contains("患者安全への影響：機種区分「CTスキャナー」の既定値");
            assertThat(cell(sheet, 0, "緊急度が下がる・対応が進む条件").getStringCellValue()).isEqualTo("ネットワーク接続状況が「非接続・隔離」なら 保留・修正");
            assertThat(cell(sheet, 0, "理由").getStringCellValue()).startsWith("・院内ネットワークから").contains("\n・CVSS");
            assertThat(cell(sheet, 0, "理由").getCellStyle().getWrapText()).isTrue();
        }
    }

    @Test
    void a_decision_without_a_date_of_discovery_says_so_instead_of_looking_harmless() throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.nasty("x"), Language.JA)) {
            assertThat(cell(workbook.getSheet("判定"), 0, "期限").getStringCellValue()).isEqualTo("発見日不明");
            assertThat(cell(workbook.getSheet("判定"), 0, "CVSS").getStringCellValue()).isEqualTo("不明");
            assertThat(cell(workbook.getSheet("判定"), 0, "暫定（幅）").getStringCellValue()).isEqualTo("暫定\n保留–緊急");
            assertThat(cell(workbook.getSheet("判定"), 0, "必要な対策").getStringCellValue())
                    .isEqualTo("C1 ネットワーク分離・アクセス元限定、または C2 不要ポート閉鎖、または C8 保守専用端末に限定　／　C99");
        }
    }

    @Test
    void the_ledger_has_the_fields_14_columns_and_every_row_of_the_hospital() throws Exception {
        Planned planned = SampleHospital.planned(60);
        try (XSSFWorkbook workbook = written(planned, Language.JA)) {
            XSSFSheet sheet = workbook.getSheet("脆弱性管理台帳");
            assertThat(headers(sheet).subList(0, 14)).isEqualTo(DECK);
            assertThat(headers(sheet)).contains("是正期限", "判定：緊急度");
            assertThat(sheet.getLastRowNum()).isEqualTo(Table.HEADER + planned.assessed().reading().findings().size());
            assertThat(cell(sheet, 0, "管理番号").getStringCellValue()).isEqualTo("VT-2025-001");
            assertThat(DateUtil.isCellDateFormatted(cell(sheet, 0, "発見日"))).isTrue();
            assertThat(cell(sheet, 0, "深刻度（CVSS）").getStringCellValue()).isEqualTo("9.8 (CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H)");
            assertThat(cell(sheet, 10, "対応状況").getStringCellValue()).isEqualTo("完了");
            assertThat(cell(sheet, 10, "判定：補足").getStringCellValue()).isEqualTo("判定不要：完了済み");
            assertThat(cell(sheet, 10, "判定：緊急度").getCellType()).isEqualTo(CellType.BLANK);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_the_ledger_says_of_patch_exploitation_and_cost_reads_back_and_nothing_else_does(Language language) throws Exception {
        Assessed assessed = SampleHospital.assessed(30);
        List<Tracked> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Tracked row = assessed.reading().findings().get(i);
            // The last rows hold what others say: an estimate and a feed are not the hospital's own word.
            Origin origin = i < 25 ? Origin.LEDGER : i < 28 ? Origin.ESTIMATE : Origin.FEED;
            rows.add(new Tracked(SampleHospital.with(row.finding(), Sourced.of(Patch.values()[i % Patch.values().length], origin),
                    Sourced.of(Exploitation.values()[i / 5 % 5], origin), Cost.values()[i % Cost.values().length]), row.device(), false));
        }
        Reading reading = assessed.reading();
        Reading said = new Reading(reading.asOf(), reading.sources(), reading.devices(), rows, reading.calendars(), reading.kev(),
                reading.epss(), reading.issues());
        written(new Assessed(said, assessed.imported(), List.of(), List.of(), List.of(), assessed.policy()), language).close();

        List<Tracked> back = new Intake(Shelf.shipped()).read(List.of(new InputFile(folder.resolve("assessed.xlsx"), null)),
                SampleHospital.AS_OF, progress -> { }).findings();
        assertThat(back).hasSize(30);
        for (int i = 0; i < 30; i++) {
            Finding was = rows.get(i).finding();
            Finding now = back.get(i).finding();
            assertThat(now.id()).isEqualTo(was.id());
            assertThat(now.cost()).as(was.id()).isEqualTo(was.cost());
            if (i < 25) {
                assertThat(now.patch().value()).as(was.id()).isEqualTo(was.patch().value());
                assertThat(now.exploitation().value()).as(was.id()).isEqualTo(was.exploitation().value());
            } else {
                assertThat(now.patch().origin()).as(was.id()).isNotEqualTo(Origin.LEDGER);
                assertThat(now.exploitation().origin()).as(was.id()).isNotEqualTo(Origin.LEDGER);
            }
        }
    }

    @Test
    void the_summary_lists_every_immediate_item_and_how_late_it_is() throws Exception {
        Assessed assessed = SampleHospital.assessed(4000);
        PlanSummary summary = PlanSummary.of(assessed);
        List<PlanSummary.Item> items = summary.todayByDevice().stream()
                .filter(item -> item.decisions().get(0).decision().urgency() == jp.mimamori.decision.Urgency.IMMEDIATE).toList();
        assertThat(items).hasSizeGreaterThan(11);
        try (XSSFWorkbook workbook = written(assessed, Language.JA)) {
            XSSFSheet sheet = workbook.getSheet("まとめ");
            List<String> shown = new ArrayList<>();
            for (Row row : sheet) {
                if (row.getCell(1) != null && row.getCell(1).toString().equals("緊急") && row.getCell(19) != null
                        && row.getCell(2).getCellType() == CellType.STRING) {
                    shown.add(row.getCell(2).toString() + row.getCell(19));
                }
            }
            assertThat(shown).hasSize(Math.min(16, items.size()));
            for (int i = 0; i < shown.size(); i++) {
                FindingDecision first = items.get(i).decisions().get(0);
                assertThat(shown.get(i)).contains(String.valueOf(first.tracked().device().id()));
                assertThat(shown.get(i).contains("超過")).as(shown.get(i)).isEqualTo(first.decision().dueDate() != null
                        && first.decision().dueDate().isBefore(SampleHospital.AS_OF));
            }
        }
    }

    @Test
    void an_overdue_item_shows_its_true_age_beside_the_date_that_binds_now() throws Exception {
        Planned planned = SampleHospital.planned(60);
        List<FindingDecision> decisions = PlanSummary.of(planned).decisions();
        try (XSSFWorkbook workbook = written(planned, Language.JA)) {
            XSSFSheet sheet = workbook.getSheet("判定");
            String area = workbook.getPrintArea(workbook.getSheetIndex(sheet));
            int lastPrinted = org.apache.poi.ss.util.CellRangeAddress.valueOf(area.substring(area.indexOf('!') + 1)).getLastColumn();
            assertThat(headers(sheet).indexOf("本来の期限")).isLessThanOrEqualTo(lastPrinted);
            assertThat(headers(sheet).indexOf("期限超過")).isLessThanOrEqualTo(lastPrinted);
            int late = 0;
            for (int i = 0; i < decisions.size(); i++) {
                FindingDecision d = decisions.get(i);
                String told = cell(sheet, i, "期限超過").getStringCellValue();
                if (d.decision().dueDate() == null || !d.decision().dueDate().isBefore(SampleHospital.AS_OF)) {
                    assertThat(told).isEmpty();
                } else {
                    late++;
                    assertThat(told).isEqualTo("超過 " + d.decision().dueDate().until(SampleHospital.AS_OF, java.time.temporal.ChronoUnit.DAYS)
                            + "日" + (d.overdue() ? "\n積み残し" : ""));
                    assertThat(cell(sheet, i, "本来の期限").getLocalDateTimeCellValue().toLocalDate()).isEqualTo(d.decision().dueDate());
                }
            }
            assertThat(late).isPositive();
        }
    }

    @Test
    void problems_come_gravest_first_with_their_place() throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.planned(12), Language.JA)) {
            XSSFSheet sheet = workbook.getSheet("問題と仮定");
            assertThat(cell(sheet, 0, "コード").getStringCellValue()).isEqualTo("INTAKE-012");
            assertThat(cell(sheet, 1, "セル").getStringCellValue()).isEqualTo("G17");
            assertThat(cell(sheet, 1, "行").getNumericCellValue()).isEqualTo(17);
            assertThat(cell(sheet, 1, "内容と対処").getStringCellValue()).isEqualTo("CVSS（11.2）は 0.0–10.0 でなければなりません。列がずれていませんか。");
            assertThat(sheet.getLastRowNum()).isEqualTo(Table.HEADER + 4);
        }
    }

    @Test
    void tasks_without_a_window_come_first_and_say_why() throws Exception {
        Planned planned = SampleHospital.planned(120);
        try (XSSFWorkbook workbook = written(planned, Language.JA)) {
            XSSFSheet sheet = workbook.getSheet("作業一覧");
            assertThat(sheet.getLastRowNum()).isEqualTo(Table.HEADER + planned.maintenance().size());
            assertThat(cell(sheet, 0, "状態").getStringCellValue()).isEqualTo("× 枠なし");
            assertThat(cell(sheet, 0, "この時間の理由、または枠がない理由").getStringCellValue())
                    .startsWith("・候補 79 通りのうち 55 通りで業者の来院がありません（北星電機 来院枠 2回）");
            assertThat(cell(sheet, 0, "枠を作るには（試して確かめたもの）").getStringCellValue()).contains("北星電機");
            int placed = planned.schedule().unassigned().size();
            assertThat(IntStream.range(placed, planned.maintenance().size())
                    .mapToObj(row -> cell(sheet, row, "ほかに選べる時間と、増える負担").getStringCellValue()))
                    .contains("・翌日の同じ時間にすると、負担が 288 点増えます。", "");
            assertThat(cell(sheet, placed, "要員").getStringCellValue()).contains("：");
            assertThat(cell(sheet, placed, "開始").getLocalDateTimeCellValue())
                    .isBeforeOrEqualTo(cell(sheet, placed + 1, "開始").getLocalDateTimeCellValue());
        }
    }

    @Test
    void the_calendar_shows_every_window_on_its_day() throws Exception {
        Planned planned = SampleHospital.planned(120);
        try (XSSFWorkbook workbook = written(planned, Language.JA)) {
            XSSFSheet sheet = workbook.getSheet("作業カレンダー");
            String text = text(sheet);
            for (var window : planned.schedule().assignments()) {
                assertThat(text).contains(window.task().substring(3) + "　");
            }
            assertThat(text).contains("前日から続く", "更新凍結（電子カルテ）", "◆", "・仮");
            assertThat(sheet.getRowBreaks()).isNotEmpty();
        }
    }

    @Test
    void a_week_that_fills_more_than_a_page_repeats_its_days() throws Exception {
        try (XSSFWorkbook workbook = written(SampleHospital.planned(1500), Language.JA)) {
            XSSFSheet sheet = workbook.getSheet("作業カレンダー");
            assertThat(sheet.getRowBreaks()).isNotEmpty();
            for (int after : sheet.getRowBreaks()) {
                String band = sheet.getRow(after + 1).getCell(0).getStringCellValue();
                assertThat(band).as("row " + (after + 2)).containsAnyOf("作業", "続き");
                if (band.contains("続き")) {
                    assertThat(sheet.getRow(after + 2).getCell(0).getCellType()).isEqualTo(CellType.NUMERIC);
                }
            }
            assertThat(text(sheet)).contains("続き");
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

    private static String text(XSSFSheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> text.append(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "").append('\n')));
        return text.toString();
    }
}
