package jp.mimamori.handback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.junit.jupiter.api.io.TempDir;

/** A ledger and a workbook full of everything, handed back and read again. */
abstract class HandingBack {

    static final LocalDate DAY = LocalDate.of(2025, 9, 11);
    static final String SHEET = "台帳 '25 & 年度";
    @TempDir
    Path folder;

    static String[][] ledger() {
        return new String[][] {{"管理番号", "発見日", "機器名", "機器ID", "脆弱性情報", "深刻度（CVSS）", "対応方針", "備考"},
            {"V-1", "2025/9/1", "CT", "M-1", "CVE-2020-0796", "11.2", "修正", ""},
            {"V-2", "2025/9/31", "MRI", "M-2", "CVE-2020-0797", "9.8", "修正", ""},
            {"V-3", "2025/9/3", "輸液ポンプ", "M-3", "CVE-2020-0798", "7.5", "修正", "=1+1"}};
    }

    static void fill(Workbook book, Sheet sheet) {
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

    Path save(String name, Workbook book) throws Exception {
        Path path = folder.resolve(name);
        try (book; OutputStream out = Files.newOutputStream(path)) {
            book.write(out);
        }
        return path;
    }

    Path rich(String name) throws Exception {
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

    static Reading read(Path... files) throws UnusableFileException {
        return new Intake(Shelf.shipped()).read(inputs(files), DAY, progress -> { });
    }

    static List<InputFile> inputs(Path... files) {
        return Stream.of(files).map(file -> new InputFile(file, null)).toList();
    }

    Path handBack(Path file, String to) throws Exception {
        Path target = folder.resolve(to);
        Handback handback = Handback.of(inputs(file), read(file));
        assertThat(handback.files()).hasSize(1);
        new Annotator(Language.JA).write(handback.files().get(0), target);
        return target;
    }

    Path change(Path file, String to, Consumer<Workbook> change) throws Exception {
        try (InputStream in = Files.newInputStream(file); Workbook book = WorkbookFactory.create(in)) {
            change.accept(book);
            Path target = folder.resolve(to);
            try (OutputStream out = Files.newOutputStream(target)) {
                book.write(out);
            }
            return target;
        }
    }

    static Map<String, byte[]> parts(Path file) throws Exception {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    /** The issues without the file's name and without the one that tells of our own sheet; a CSV's sheet is its only one. */
    static List<String> issues(Reading reading) {
        return reading.issues().stream().filter(i -> !i.code().equals("INTAKE-224"))
                .map(i -> i.code() + " " + i.place().cell() + " " + i.place().row() + " " + i.value()).toList();
    }

    static void sameContent(Reading before, Reading after) {
        assertThat(issues(after)).isEqualTo(issues(before));
        assertThat(after.devices().stream().map(d -> d.id() + d.name() + d.model()).toList())
                .isEqualTo(before.devices().stream().map(d -> d.id() + d.name() + d.model()).toList());
        assertThat(after.findings().stream().map(f -> f.finding().id() + f.finding().vulnerabilities() + f.finding().cvss()
                + f.finding().discovered()).toList()).isEqualTo(before.findings().stream().map(f -> f.finding().id()
                + f.finding().vulnerabilities() + f.finding().cvss() + f.finding().discovered()).toList());
    }

    static Map<String, String> comments(Sheet sheet) {
        return sheet.getCellComments().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().getString().getString()));
    }
}
