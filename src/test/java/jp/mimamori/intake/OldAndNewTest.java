package jp.mimamori.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import jp.mimamori.trace.Issue;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same workbook in each of Excel's formats is the same reading. */
class OldAndNewTest {

    @TempDir
    Path folder;

    private Reading read(String name, Supplier<Workbook> book) throws Exception {
        return new WorkbookMaker(folder).book(name, GoodFiles.fill(book.get())).read();
    }

    private static List<String> told(Reading reading) {
        return reading.issues().stream().map(i -> i.code() + " " + i.place().sheet() + "!" + i.place().cell() + " " + i.place().row() + " " + i.column()
                + " " + i.value()).toList();
    }

    private static String content(Reading reading) {
        return (reading.devices() + "\n" + reading.findings()).replaceAll("same\\.xls[xm]?", "same").replaceAll("\\s+", " ");
    }

    @Test
    void xls_and_xlsm_are_read_as_xlsx_is() throws Exception {
        Reading xlsx = read("same.xlsx", XSSFWorkbook::new);
        assertThat(xlsx.devices()).hasSize(4);
        assertThat(WorkbookMaker.codes(xlsx)).contains("INTAKE-113", "INTAKE-207", "INTAKE-208", "INTAKE-209", "INTAKE-212");
        for (Reading other : List.of(read("same.xls", HSSFWorkbook::new), read("same.xlsm", () -> new XSSFWorkbook(XSSFWorkbookType.XLSM)))) {
            assertThat(told(other)).isEqualTo(told(xlsx));
            assertThat(content(other)).isEqualTo(content(xlsx));
        }
    }

    @Test
    void text_struck_out_in_part_is_told_and_kept() throws Exception {
        Issue issue = WorkbookMaker.issue(read("same.xls", HSSFWorkbook::new), "INTAKE-113");
        assertThat(issue.place().cell()).isEqualTo("D6");
        assertThat(issue.message().in(jp.mimamori.language.Language.JA)).contains("病棟3階4階").contains("3階");
    }

    private static final String NS = " xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"";
    private static final String REL = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    private byte[] strict(String rows, String shared, String external) throws Exception {
        String rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            for (String[] part : new String[][] {{"[Content_Types].xml", "<Types/>"},
                {"_rels/.rels", rels + "<Relationship Id=\"a\" Type=\"" + REL + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                {"xl/workbook.xml", "<workbook" + NS + "><sheets><sheet name=\"台帳\" sheetId=\"1\" r:id=\"s\"/></sheets>" + external + "</workbook>"},
                {"xl/_rels/workbook.xml.rels", rels + "<Relationship Id=\"s\" Type=\"" + REL + "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                    + "<Relationship Id=\"t\" Type=\"" + REL + "sharedStrings\" Target=\"sharedStrings.xml\"/>"
                    + "<Relationship Id=\"e\" Type=\"" + REL + "externalLink\" Target=\"externalLinks/externalLink1.xml\"/></Relationships>"},
                {"xl/externalLinks/_rels/externalLink1.xml.rels", rels + "<Relationship Id=\"x\" Type=\"" + REL
                    + "externalLinkPath\" Target=\"file:///Z:/secret/部門台帳.xlsx\" TargetMode=\"External\"/></Relationships>"},
                {"xl/sharedStrings.xml", "<sst" + NS + ">" + shared + "</sst>"},
                {"xl/worksheets/sheet1.xml", "<worksheet" + NS + "><sheetData>" + rows + "</sheetData></worksheet>"}}) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part[0]));
                zip.write(part[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String inline(String... texts) {
        StringBuilder row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    @Test
    void strict_workbooks_and_dates_in_iso_8601_are_read() throws Exception {
        Reading reading = new WorkbookMaker(folder).bytes("strict.xlsx", strict(inline("機器番号", "機器名", "サポート終了日", "部署")
                + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"d\"><v>2031-04-01T00:00:00</v></c><c t=\"e\"><f>X1</f><v>#REF!</v></c></row>",
                "<si><t>M-1</t></si><si><r><t>輸液</t></r><r><rPr><b/></rPr><t>ポンプ</t></r><rPh sb=\"0\" eb=\"2\"><t>ユエキ</t></rPh></si>", "")).read();
        assertThat(reading.devices()).hasSize(1);
        assertThat(reading.devices().get(0).id()).isEqualTo("M-1");
        assertThat(reading.devices().get(0).name()).isEqualTo("輸液ポンプ");
        assertThat(reading.devices().toString()).contains("2031-04-01");
        assertThat(reading.issues()).anySatisfy(issue -> {
            assertThat(issue.place().cell()).isEqualTo("D2");
            assertThat(issue.value()).isEqualTo("#REF!");
        });
    }

    @Test
    void values_from_another_file_are_read_and_told_once() throws Exception {
        String row = "<row><c t=\"inlineStr\"><is><t>M-%d</t></is></c><c t=\"str\"><f>%s</f><v>心電計</v></c></row>";
        Reading reading = new WorkbookMaker(folder).bytes("links.xlsx", strict(inline("機器番号", "機器名") + row.formatted(1, "[1]台帳!B2")
                + row.formatted(2, "'[1]a b'!B3") + row.formatted(3, "T1[2024]&amp;\"[1]x!\""), "", "<externalReferences><externalReference r:id=\"e\"/></externalReferences>"))
                .read();
        assertThat(reading.devices()).hasSize(3);
        Issue issue = WorkbookMaker.issue(reading, "INTAKE-115");
        assertThat(issue.message().in(jp.mimamori.language.Language.EN)).contains("2 cells on 1 sheets").contains("部門台帳.xlsx").doesNotContain("Z:");
    }
}
