package jp.mimamori.handback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jp.mimamori.handback.xlsx.Annotator;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.language.Language;
import jp.mimamori.settings.Shelf;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's own file comes back with its problems marked, nothing else touched, and goes straight back in. */
class HandbackTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 11);
    private static final String SHEET = "台帳 '25 & 年度";

    @TempDir
    Path folder;

    private static String[][] ledger() {
        return new String[][] {{"管理番号", "発見日", "機器名", "機器ID", "脆弱性情報", "深刻度（CVSS）", "対応方針", "備考"},
            {"V-1", "2025/9/1", "CT", "M-1", "CVE-2020-0796", "11.2", "修正", ""},
            {"V-2", "2025/9/31", "MRI", "M-2", "CVE-2020-0797", "9.8", "修正", ""},
            {"V-3", "2025/9/3", "輸液ポンプ", "M-3", "CVE-2020-0798", "7.5", "修正", "=1+1"}};
    }

    private static void fill(Workbook book, Sheet sheet) {
        CellStyle bordered = book.createCellStyle();
        bordered.setBorderBottom(org.apache.poi.ss.usermodel.BorderStyle.THIN);
        bordered.setWrapText(true);
        CellStyle green = book.createCellStyle();
        green.cloneStyleFrom(bordered);
        green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        green.setFillForegroundColor(IndexedColors.BRIGHT_GREEN.getIndex());
        String[][] cells = ledger();
        for (int r = 0; r < cells.length; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < cells[r].length; c++) {
                if (!cells[r][c].isEmpty()) {
                    row.createCell(c).setCellValue(cells[r][c]);
                    row.getCell(c).setCellStyle(r == 1 && c == 5 ? green : bordered);
                }
            }
        }
    }

    private Path save(String name, Workbook book) throws Exception {
        Path path = folder.resolve(name);
        try (book; OutputStream out = Files.newOutputStream(path)) {
            book.write(out);
        }
        return path;
    }

    private Path rich(String name) throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        XSSFSheet sheet = book.createSheet(SHEET);
        fill(book, sheet);
        sheet.getRow(1).createCell(9).setCellFormula("LEN(A2)");
        sheet.setArrayFormula("SUM(LEN(A2:A4))", new CellRangeAddress(1, 1, 10, 10));
        var validation = sheet.getDataValidationHelper();
        sheet.addValidationData(validation.createValidation(validation.createExplicitListConstraint(new String[] {"修正", "受容"}),
                new CellRangeAddressList(1, 3, 6, 6)));
        sheet.getSheetConditionalFormatting().addConditionalFormatting(new CellRangeAddress[] {new CellRangeAddress(1, 3, 5, 5)},
                sheet.getSheetConditionalFormatting().createConditionalFormattingRule("F2>9"));
        sheet.protectSheet("pw");
        Comment comment = sheet.createDrawingPatriarch().createCellComment(book.getCreationHelper().createClientAnchor());
        comment.setString(book.getCreationHelper().createRichTextString("主任に確認済み"));
        comment.setAuthor("山田");
        sheet.getRow(1).getCell(5).setCellComment(comment);
        XSSFSheet other = book.createSheet("集計");
        other.createRow(0).createCell(0).setCellValue("図");
        var drawing = other.createDrawingPatriarch();
        drawing.createPicture(drawing.createAnchor(0, 0, 0, 0, 5, 5, 6, 6), book.addPicture(new byte[] {1, 2, 3}, Workbook.PICTURE_TYPE_PNG));
        var chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 1, 5, 4, 9));
        chart.createData(ChartTypes.PIE, null, null);
        var names = book.createName();
        names.setNameName("病棟");
        names.setRefersToFormula("'集計'!$A$1");
        book.setPrintArea(1, 0, 3, 0, 10);
        book.setActiveSheet(0);
        return save(name, book);
    }

    private static Reading read(Path... files) throws UnusableFileException {
        return new Intake(Shelf.shipped()).read(inputs(files), DAY, progress -> { });
    }

    private static List<InputFile> inputs(Path... files) {
        return Stream.of(files).map(file -> new InputFile(file, null)).toList();
    }

    private Path handBack(Path file, String to) throws Exception {
        Path target = folder.resolve(to);
        Handback handback = Handback.of(inputs(file), read(file));
        assertThat(handback.files()).hasSize(1);
        new Annotator(Language.JA).write(handback.files().get(0), target);
        return target;
    }

    private Path change(Path file, String to, Consumer<Workbook> change) throws Exception {
        try (InputStream in = Files.newInputStream(file); Workbook book = WorkbookFactory.create(in)) {
            change.accept(book);
            Path target = folder.resolve(to);
            try (OutputStream out = Files.newOutputStream(target)) {
                book.write(out);
            }
            return target;
        }
    }

    private static Map<String, byte[]> parts(Path file) throws Exception {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    /** The issues without the file's name and without the one that tells of our own sheet; a CSV's sheet is its only one. */
    private static List<String> issues(Reading reading) {
        return reading.issues().stream().filter(i -> !i.code().equals("INTAKE-224"))
                .map(i -> i.code() + " " + i.place().cell() + " " + i.place().row() + " " + i.value()).toList();
    }

    private static void sameContent(Reading before, Reading after) {
        assertThat(issues(after)).isEqualTo(issues(before));
        assertThat(after.devices().stream().map(d -> d.id() + d.name() + d.model()).toList())
                .isEqualTo(before.devices().stream().map(d -> d.id() + d.name() + d.model()).toList());
        assertThat(after.findings().stream().map(f -> f.finding().id() + f.finding().vulnerabilities() + f.finding().cvss()
                + f.finding().discovered()).toList()).isEqualTo(before.findings().stream().map(f -> f.finding().id()
                + f.finding().vulnerabilities() + f.finding().cvss() + f.finding().discovered()).toList());
    }

    @Test
    void each_problem_is_marked_in_its_cell_and_listed_in_front() throws Exception {
        Path back = handBack(rich("台帳.xlsx"), "back.xlsx");
        try (Workbook book = WorkbookFactory.create(back.toFile())) {
            assertThat(book.getSheetName(0)).isEqualTo("問題一覧");
            assertThat(book.getActiveSheetIndex()).isZero();
            assertThat(book.getSheetAt(1).isSelected()).as("two selected sheets would be written to at once").isFalse();
            Cell cvss = book.getSheet(SHEET).getRow(1).getCell(5);
            assertThat(cvss.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(cvss.getCellStyle().getBorderBottom()).isEqualTo(org.apache.poi.ss.usermodel.BorderStyle.THIN);
            assertThat(cvss.getCellStyle().getWrapText()).isTrue();
            assertThat(cvss.getCellComment().getString().getString()).startsWith("主任に確認済み").contains("【確認】", "11.2", "VALUE-030");
            assertThat(book.getSheet(SHEET).getRow(2).getCell(1).getCellComment().getString().getString()).startsWith("【確認】");
            assertThat(book.getSheet(SHEET).getRow(0).getCell(0).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
            List<String> links = book.getSheetAt(0).getHyperlinkList().stream().map(l -> l.getAddress()).toList();
            assertThat(links).contains("'台帳 ''25 & 年度'!F2", "'台帳 ''25 & 年度'!B3");
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).contains("台帳.xlsx", "問題一覧");
            assertThat(book.getPrintArea(2)).contains("集計");
            for (Row row : book.getSheetAt(0)) {
                row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(org.apache.poi.ss.usermodel.CellType.FORMULA));
            }
        }
    }

    @Test
    void every_part_that_holds_no_mark_stays_as_it_was_to_the_byte() throws Exception {
        Path file = rich("台帳.xlsx");
        Map<String, byte[]> before = parts(file);
        Map<String, byte[]> after = parts(handBack(file, "back.xlsx"));
        List<String> changed = before.keySet().stream().filter(part -> !java.util.Arrays.equals(before.get(part), after.get(part))).toList();
        assertThat(changed).containsExactlyInAnyOrder("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
                "xl/comments1.xml", "xl/drawings/vmlDrawing0.vml", "xl/worksheets/sheet1.xml");
        String was = new String(before.get("xl/worksheets/sheet1.xml"), "UTF-8").replaceAll(" s=\"\\d+\"| tabSelected=\"\\w+\"", "");
        String is = new String(after.get("xl/worksheets/sheet1.xml"), "UTF-8").replaceAll(" s=\"\\d+\"", "").replaceAll("<c r=\"[A-Z]+\\d+\"/>", "");
        assertThat(is).as("formulas, validation, protection, conditional formats").isEqualTo(was.replaceAll("<c r=\"[A-Z]+\\d+\"/>", ""));
    }

    @Test
    void what_was_handed_back_reads_the_same() throws Exception {
        Path file = rich("台帳.xlsx");
        sameContent(read(file), read(handBack(file, "back.xlsx")));
    }

    @Test
    void a_corrected_cell_loses_its_problem_and_then_its_mark() throws Exception {
        Path back = handBack(rich("台帳.xlsx"), "back.xlsx");
        Path corrected = change(back, "corrected.xlsx", book -> book.getSheet(SHEET).getRow(1).getCell(5).setCellValue("9.8"));
        Reading reading = read(corrected);
        assertThat(reading.issues()).noneMatch(i -> i.code().equals("VALUE-030"));
        assertThat(reading.findings()).hasSize(3);
        Path again = handBack(corrected, "again.xlsx");
        try (Workbook book = WorkbookFactory.create(again.toFile())) {
            Cell cvss = book.getSheet(SHEET).getRow(1).getCell(5);
            assertThat(cvss.getCellComment().getString().getString()).isEqualTo("主任に確認済み");
            assertThat(cvss.getCellStyle().getFillForegroundColor()).isEqualTo(IndexedColors.BRIGHT_GREEN.getIndex());
            assertThat(book.getSheet(SHEET).getRow(2).getCell(1).getCellComment()).as("still wrong").isNotNull();
        }
    }

    @Test
    void handing_back_twice_is_the_same_as_once() throws Exception {
        Path once = handBack(rich("台帳.xlsx"), "once.xlsx");
        Path twice = handBack(once, "twice.xlsx");
        try (Workbook first = WorkbookFactory.create(once.toFile()); Workbook second = WorkbookFactory.create(twice.toFile())) {
            assertThat(second.getNumberOfSheets()).isEqualTo(3);
            assertThat(second.getSheetName(0)).isEqualTo("問題一覧");
            assertThat(second.getNumCellStyles()).isLessThan(first.getNumCellStyles() + 20);
            Map<String, String> comments = comments(first.getSheet(SHEET));
            assertThat(comments(second.getSheet(SHEET))).isEqualTo(comments).isNotEmpty();
            assertThat(second.getSheet(SHEET).getRow(1).getCell(5).getCellStyle().getFillForegroundColorColor())
                    .isEqualTo(first.getSheet(SHEET).getRow(1).getCell(5).getCellStyle().getFillForegroundColorColor());
        }
    }

    private static Map<String, String> comments(Sheet sheet) {
        return sheet.getCellComments().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().getString().getString()));
    }

    @Test
    void a_sheet_of_the_owners_with_our_name_stays_and_is_read() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        fill(book, book.createSheet("問題一覧"));
        Path back = handBack(save("a.xlsx", book), "back.xlsx");
        try (Workbook marked = WorkbookFactory.create(back.toFile())) {
            assertThat(marked.getSheetName(0)).isEqualTo("問題一覧 (2)");
        }
        assertThat(read(back).findings()).hasSize(3);
    }

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
    void a_workbook_with_many_problems_is_marked_whole() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        Sheet sheet = book.createSheet("台帳");
        fill(book, sheet);
        for (int r = 4; r < 1_504; r++) {
            Row row = sheet.createRow(r);
            String[] cells = {"W-" + r, "2025/9/1", "CT" + r, "N-" + r, "CVE-2020-0796", "77." + r, "修正"};
            for (int c = 0; c < cells.length; c++) {
                row.createCell(c).setCellValue(cells[c]);
            }
        }
        Path back = handBack(save("a.xlsx", book), "back.xlsx");
        try (Workbook marked = WorkbookFactory.create(back.toFile())) {
            assertThat(comments(marked.getSheet("台帳")).keySet().stream().filter(c -> c.startsWith("F"))).hasSize(1_501);
        }
        assertThat(new String(parts(back).get("xl/drawings/vmlDrawing1.vml"), "UTF-8")).containsPattern("data=\"1,2(,3)*\"");
    }

    @Test
    void every_sample_hospital_comes_back_and_reads_the_same() throws Exception {
        Path samples = Path.of("../shared/data/workbooks");
        assumeTrue(Files.isDirectory(samples), "the sample hospitals are not there: skipped");
        int count = 0;
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.filter(f -> f.toString().matches(".*/a0[1-6].*\\.(xlsx|xls|csv|tsv)")).sorted().toList()) {
                boolean old = file.toString().endsWith(".xls");
                Path back = handBack(file, "back" + count++ + (old ? ".xls" : ".xlsx"));
                sameContent(read(file), read(back));
                WorkbookFactory.create(back.toFile()).close();
            }
        }
        assertThat(count).isGreaterThan(6);
    }

    @Test
    void a_full_disk_is_no_fault_of_the_file() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full here: skipped");
        Handback handback = Handback.of(inputs(rich("台帳.xlsx")), read(folder.resolve("台帳.xlsx")));
        assertThatThrownBy(() -> new Annotator(Language.JA).write(handback.files().get(0), full)).isInstanceOf(java.io.IOException.class);
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
    void an_owners_comment_is_kept_to_the_last_blank_run() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        XSSFSheet sheet = book.createSheet(SHEET);
        fill(book, sheet);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(book.getCreationHelper().createClientAnchor());
        var text = new org.apache.poi.xssf.usermodel.XSSFRichTextString();
        text.append("主任", book.createFont());
        text.append("\n", book.createFont());
        text.append("確認済み", book.createFont());
        comment.setString(text);
        sheet.getRow(1).getCell(5).setCellComment(comment);
        Path back = handBack(save("a.xlsx", book), "back.xlsx");
        Path again = handBack(change(back, "corrected.xlsx", b -> b.getSheet(SHEET).getRow(1).getCell(5).setCellValue("9.8")), "again.xlsx");
        try (Workbook first = WorkbookFactory.create(back.toFile()); Workbook second = WorkbookFactory.create(again.toFile())) {
            assertThat(comments(first.getSheet(SHEET)).get("F2")).startsWith("主任\n確認済み\n\n【確認】").doesNotContain("INTAKE-209");
            assertThat(comments(second.getSheet(SHEET)).get("F2")).startsWith("主任\n確認済み").doesNotContain("VALUE-030");
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

    @Test
    void an_assumption_that_is_a_habit_of_the_sheet_stands_in_the_list_alone() throws Exception {
        for (int rows : new int[] {30, 31}) {
            XSSFWorkbook book = new XSSFWorkbook();
            Sheet sheet = book.createSheet("台帳");
            fill(book, sheet);
            for (int r = 4; r < 4 + rows; r++) {
                String[] cells = {"W-" + r, "令和7年5月", "CT" + r, "N-" + r, "CVE-2020-0796", "7.5", "緩和策"};
                for (int c = 0; c < cells.length; c++) {
                    (c == 0 ? sheet.createRow(r) : sheet.getRow(r)).createCell(c).setCellValue(cells[c]);
                }
            }
            Path back = handBack(save("a" + rows + ".xlsx", book), "back" + rows + ".xlsx");
            try (Workbook marked = WorkbookFactory.create(back.toFile())) {
                assertThat(comments(marked.getSheet("台帳")).keySet().stream().filter(c -> c.matches("B([5-9]|\\d\\d)"))).hasSize(rows == 30 ? 30 : 0);
            }
        }
    }
}
