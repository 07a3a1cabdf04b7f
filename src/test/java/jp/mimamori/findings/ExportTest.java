package jp.mimamori.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.mimamori.findings.xlsx.ListWorkbook;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A file holds what the list shows: the same rows, columns and order. */
class ExportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 10);
    private static final List<ListColumn> COLUMNS = List.of(ListColumn.URGENCY, ListColumn.DUE, ListColumn.DEVICE, ListColumn.OWNER, ListColumn.CVSS);
    private static final FindingIndex INDEX = index();
    private static final FindingQuery QUERY = FindingQuery.ALL.with(Facet.PROGRESS, Progress.OPEN).sorted(Sort.CVSS, true);

    private static FindingIndex index() {
        List<FindingRow> rows = new ArrayList<>(new RandomRows(3, TODAY).rows(300));
        FindingRow row = rows.stream().filter(each -> each.outcome() != null).findFirst().orElseThrow();
        rows.add(new FindingRow("evil#1", "id:evil", row.deviceKey(), row.vulnerability(), row.device(), 10.0, row.exploitation(), row.status(),
                "=HYPERLINK(\"http://x\")", row.discovered(), row.outcome(), null));
        return FindingIndex.of(new AssessmentRun(1, 1, 1, "x", TODAY, Instant.EPOCH), TODAY, Map.of(), key -> new Bilingual(key, key), rows::forEach);
    }

    private static List<String> shown(ListColumn column) {
        ColumnWords words = new ColumnWords(Language.JA, key -> new Bilingual(key, key));
        List<String> shown = new ArrayList<>();
        INDEX.each(QUERY, line -> shown.add(String.valueOf(words.value(column, line))));
        return shown;
    }

    @Test
    void the_workbook_holds_what_is_shown_and_no_formula() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ListWorkbook.write(INDEX, QUERY, COLUMNS, new ColumnWords(Language.JA, key -> new Bilingual(key, key)), "脆弱性", out);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(INDEX.count(QUERY));
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("期限");
            List<String> devices = shown(ListColumn.DEVICE);
            for (int i = 0; i < devices.size(); i++) {
                assertThat(sheet.getRow(i + 1).getCell(2).getStringCellValue()).isEqualTo(devices.get(i));
            }
            sheet.forEach(row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
            assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(10.0);
        }
    }

    @Test
    void csv_opens_in_the_right_characters_and_runs_nothing() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ListCsv.write(INDEX, QUERY, COLUMNS, new ColumnWords(Language.JA, key -> new Bilingual(key, key)), out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF緊急度,期限,機器,担当,CVSS");
        assertThat(text.lines()).hasSize(INDEX.count(QUERY) + 1).filteredOn(line -> line.contains("HYPERLINK")).singleElement()
                .asString().contains("\"'=HYPERLINK(");
        assertThat(ListCsv.text("＝１＋１")).startsWith("'");
        assertThat(ListCsv.text("-5")).startsWith("'");
        assertThat(ListCsv.text("CT")).isEqualTo("CT");
    }
}
