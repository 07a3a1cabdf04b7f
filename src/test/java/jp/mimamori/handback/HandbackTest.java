package jp.mimamori.handback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.mimamori.handback.xlsx.Annotator;
import jp.mimamori.intake.Reading;
import jp.mimamori.language.Language;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The user's own file comes back with its problems marked, nothing else touched, and goes straight back in. */
class HandbackTest extends HandingBack {

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
