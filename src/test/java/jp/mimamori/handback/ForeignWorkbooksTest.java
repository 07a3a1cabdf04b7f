package jp.mimamori.handback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.handback.xlsx.Annotator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks of other programs and other days come back too: old ones, text files, macros, other producers, LibreOffice. */
class ForeignWorkbooksTest extends HandingBack {

    @Test
    void an_old_workbook_is_marked_and_restored_too() throws Exception {
        HSSFWorkbook book = new HSSFWorkbook();
        fill(book, book.createSheet(SHEET));
        Path file = save("台帳.xls", book);
        Path back = handBack(file, "back.xls");
        sameContent(read(file), read(back));
        Path corrected = change(back, "corrected.xls", b -> b.getSheet(SHEET).getRow(1).getCell(5).setCellValue("9.8"));
        Path again = handBack(corrected, "again.xls");
        try (Workbook marked = WorkbookFactory.create(back.toFile()); Workbook later = WorkbookFactory.create(again.toFile())) {
            assertThat(marked.getSheetName(0)).isEqualTo("問題一覧");
            assertThat(marked.getSheet(SHEET).getRow(1).getCell(5).getCellComment().getString().getString()).startsWith("【確認】");
            assertThat(later.getNumberOfSheets()).isEqualTo(2);
            assertThat(later.getSheet(SHEET).getRow(1).getCell(5).getCellComment()).isNull();
            assertThat(later.getSheet(SHEET).getRow(1).getCell(5).getCellStyle().getFillForegroundColor())
                    .isEqualTo(IndexedColors.BRIGHT_GREEN.getIndex());
        }
    }

    @Test
    void a_text_file_comes_back_as_a_workbook_that_reads_the_same() throws Exception {
        for (String charset : List.of("windows-31j", "UTF-8")) {
            String text = Stream.of(ledger()).map(row -> String.join(",", row)).collect(Collectors.joining("\r\n"))
                    .replace("M-3", "00123").replace("輸液ポンプ", "\"輸液\r\nポンプ\"") + "\r\nV-4,2025/9/4,CT,M-1,CVE-2020-0799,12,修正,\r\n";
            Path file = folder.resolve("台帳" + charset + ".csv");
            Files.write(file, text.getBytes(Charset.forName(charset)));
            Path back = handBack(file, "back" + charset + ".xlsx");
            sameContent(read(file), read(back));
            try (Workbook book = WorkbookFactory.create(back.toFile())) {
                assertThat(book.getSheet("CSV").getRow(3).getCell(3).getStringCellValue()).isEqualTo("00123");
                assertThat(book.getSheet("CSV").getRow(5).getCell(5).getCellComment().getString().getString()).contains("12");
            }
        }
    }

    @Test
    void libre_office_opens_it_and_what_it_saves_can_be_handed_back_again() throws Exception {
        assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, "soffice"))), "LibreOffice is not installed: skipped");
        Path back = handBack(rich("台帳.xlsx"), "back.xlsx");
        Process office = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
                "--convert-to", "xlsx", "--outdir", folder.resolve("office").toString(), back.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("soffice.log").toFile()).start();
        assertThat(office.waitFor(180, TimeUnit.SECONDS)).isTrue();
        Path saved = folder.resolve("office/back.xlsx");
        sameContent(read(back), read(saved));
        Path corrected = change(saved, "corrected.xlsx", book -> book.getSheet(SHEET).getRow(1).getCell(5).setCellValue("9.8"));
        try (Workbook book = WorkbookFactory.create(handBack(corrected, "again.xlsx").toFile())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheet(SHEET).getRow(1).getCell(5).getCellComment().getString().getString().strip())
                    .isEqualTo("主任に確認済み");
            assertThat(((org.apache.poi.xssf.usermodel.XSSFColor) book.getSheet(SHEET).getRow(1).getCell(5).getCellStyle()
                    .getFillForegroundColorColor()).getARGBHex()).isEqualTo("FF00FF00");
        }
    }

    @Test
    void an_old_workbooks_formulas_names_and_rules_still_mean_the_same_sheets() throws Exception {
        HSSFWorkbook book = new HSSFWorkbook();
        fill(book, book.createSheet(SHEET));
        Sheet sums = book.createSheet("集計");
        // the table behind the references is not in the order of the sheets, as in workbooks of Excel's own
        sums.createRow(0).createCell(0).setCellFormula("'集計 2'!B1");
        Sheet other = book.createSheet("集計 2");
        sums.getRow(0).getCell(0).setCellFormula("'集計 2'!B1");
        sums.getRow(0).createCell(1).setCellFormula("'台帳 ''25 & 年度'!A2");
        other.createRow(0).createCell(1).setCellValue(7);
        var name = book.createName();
        name.setNameName("病棟");
        name.setSheetIndex(2);
        name.setRefersToFormula("'集計 2'!$B$1");
        Path file = save("台帳.xls", book);
        Path back = handBack(file, "back.xls");
        assertThat(Annotator.isUntouched(back)).isTrue();
        Path again = handBack(change(back, "touched.xls", b -> b.getSheet(SHEET).getRow(1).getCell(5).setCellValue("9.8")), "again.xls");
        assertThat(Annotator.isUntouched(folder.resolve("touched.xls"))).isFalse();
        for (Path path : List.of(back, again)) {
            try (Workbook marked = WorkbookFactory.create(path.toFile())) {
                assertThat(marked.getSheetName(0)).isEqualTo("問題一覧");
                assertThat(marked.getSheet("集計").getRow(0).getCell(0).getCellFormula()).isEqualTo("'集計 2'!B1");
                assertThat(marked.getSheet("集計").getRow(0).getCell(1).getCellFormula()).isEqualTo("'" + SHEET.replace("'", "''") + "'!A2");
                assertThat(marked.getName("病棟").getRefersToFormula()).isEqualTo("'集計 2'!$B$1");
                assertThat(marked.getName("病棟").getSheetIndex()).isEqualTo(marked.getSheetIndex("集計 2"));
            }
        }
    }

    @Test
    void macros_and_everything_else_in_a_macro_workbook_stay() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        fill(book, book.createSheet(SHEET));
        byte[] macro = "VBA の中身".repeat(500).getBytes("UTF-8");
        book.setVBAProject(new java.io.ByteArrayInputStream(macro));
        Path back = handBack(save("台帳.xlsm", book), "back.xlsm");
        assertThat(parts(back).get("xl/vbaProject.bin")).isEqualTo(macro);
        assertThat(new String(parts(back).get("[Content_Types].xml"), "UTF-8"))
                .contains("application/vnd.ms-excel.sheet.macroEnabled.main+xml").contains("vbaProject");
        try (XSSFWorkbook marked = new XSSFWorkbook(back.toFile())) {
            assertThat(marked.isMacroEnabled()).isTrue();
        }
    }

    @Test
    void a_sheet_of_another_producer_without_styles_shared_texts_and_addresses_is_marked() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (String[] row : ledger()) {
            rows.append("<row>");
            for (String cell : row) {
                rows.append(cell.isEmpty() ? "<c/>" : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
            }
            rows.append("</row>");
        }
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Path file = folder.resolve("bare.xlsx");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            for (String[] part : new String[][] {
                {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                    + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\""
                    + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                    + " PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"},
                {"_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                    + office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                {"xl/workbook.xml", "<x:workbook xmlns:x=\"" + main + "\" xmlns:r=\"" + office
                    + "\"><x:sheets><x:sheet name=\"台帳\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets></x:workbook>"},
                {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                    + office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                {"xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>"}}) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part[0]));
                zip.write(part[1].getBytes("UTF-8"));
            }
        }
        Path back = handBack(file, "back.xlsx");
        sameContent(read(file), read(back));
        try (Workbook book = WorkbookFactory.create(back.toFile())) {
            assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("問題一覧");
            assertThat(comments(book.getSheet("台帳")).get("F2")).startsWith("【確認】");
            assertThat(book.getSheet("台帳").getRow(1).getCell(5).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
        }
    }
}
