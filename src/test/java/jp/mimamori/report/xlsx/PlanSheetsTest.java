package jp.mimamori.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.report.PlanSummary;
import jp.mimamori.report.sample.SampleHospital;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each sheet of the plan workbook shows, and in what order. */
class PlanSheetsTest extends WrittenPlan {

    private static final List<String> DECK = List.of("管理番号", "発見日", "機器名", "機器ID", "ソフトウェア/OS", "脆弱性情報",
            "深刻度（CVSS）", "リスク評価", "対応方針", "対応内容", "対応状況", "完了予定日", "完了日", "備考");

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
            assertThat(cell(sheet, 0, "この時間の理由、または枠がない理由").getStringCellValue().lines()
                    .dropWhile(line -> !line.equals("枠を作るには（試して確かめたもの）："))).hasSizeGreaterThan(1).anyMatch(line -> line.contains("北星電機"));
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
}
