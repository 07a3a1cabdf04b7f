package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.report.xlsx.PlanWorkbook;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan workbook of ours comes back as the one ledger it holds. */
class OwnWorkbookTest {

    private static final String[] LEDGER = {"病院の台帳|||||今回の判定|", "管理番号|機器名|機器ID|脆弱性情報|深刻度（CVSS）|判定：期限|是正期限",
        "V-1|CT|M-1|CVE-2020-0796|10.0|2026/9/1|2026/10/10"};
    private static final String[] DECISIONS = {"管理番号|機器名|機器ID|脆弱性情報|深刻度（CVSS）|対応方針", "V-1|CT|M-1|CVE-2020-0796|10.0|修正"};

    @TempDir
    Path folder;

    private static Workbook fill(Workbook book, String ledger, String... ours) {
        for (String name : ours) {
            sheet(book, name, DECISIONS);
        }
        sheet(book, ledger, LEDGER);
        return book;
    }

    @Test
    void only_its_ledger_is_read_and_each_other_sheet_is_told() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        book.getProperties().getCoreProperties().setCreator("Mimamori");
        Reading reading = new WorkbookMaker(folder).book("plan.xlsx", fill(book, "脆弱性管理台帳", "まとめ", "判定")).read();
        assertThat(reading.findings()).hasSize(1);
        assertThat(reading.findings().get(0).finding().catchUpDate()).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(reading.findings().get(0).finding().plannedCompletion()).isNull();
        assertThat(codes(reading)).filteredOn("INTAKE-224"::equals).hasSize(2);
    }

    @Test
    void it_is_known_by_its_sheets_where_another_program_saved_it() throws Exception {
        for (Workbook book : new Workbook[] {new XSSFWorkbook(), new HSSFWorkbook()}) {
            Reading reading = new WorkbookMaker(folder).book("plan.dat", fill(book, "脆弱性管理台帳", "まとめ", "判定", "版と入力")).read();
            assertThat(reading.findings()).hasSize(1);
        }
    }

    @Test
    void a_hospitals_own_sheet_of_such_a_name_is_read() throws Exception {
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", fill(new XSSFWorkbook(), "台帳", "判定", "まとめ")).read();
        assertThat(reading.findings()).hasSize(3);
        assertThat(codes(reading)).doesNotContain("INTAKE-224");
    }

    @Test
    void the_vocabulary_knows_every_sheet_that_the_report_writes_beside_the_ledger() throws Exception {
        Wording report = Wording.of(PlanWorkbook.class);
        for (Language language : Language.values()) {
            XSSFWorkbook book = new XSSFWorkbook();
            book.getProperties().getCoreProperties().setCreator("Mimamori");
            String[] names = java.util.stream.Stream.of("SUMMARY", "DECISIONS", "CALENDAR", "TASKS", "ISSUES", "VERSIONS")
                    .map(tab -> report.text(language, "sheet." + tab)).toArray(String[]::new);
            Reading reading = new WorkbookMaker(folder).book("p" + language + ".xlsx",
                    fill(book, report.text(language, "sheet.LEDGER"), names)).read();
            assertThat(reading.findings()).as("%s", language).hasSize(1);
        }
    }
}
