package jp.mimamori.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/** Files that read well, with everything in them that people put into one: what the fuzzer begins with. */
final class GoodFiles {

    private static final String[] LINES = {"機器番号,機器名,部署,OS,IPアドレス,導入日,備考", "M-1,輸液ポンプ,手術部,Windows 10,10.0.0.1,令和3年4月1日,\"2行の\n備考\"",
        "M-2,心電計（予備機）,外来,,10.0.0.2,2021/4/1,有", "M-3,CT,放射線科,Windows 7,,R3.4.1,○", "〃,MRI,〃,不明,,未定,"};

    private GoodFiles() {
    }

    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.xlsx", bytes(fill(new XSSFWorkbook())));
        files.put("b.xls", bytes(fill(new HSSFWorkbook())));
        files.put("c.xlsm", bytes(fill(new XSSFWorkbook(XSSFWorkbookType.XLSM))));
        String csv = String.join("\r\n", LINES);
        files.put("d.csv", csv.getBytes(StandardCharsets.UTF_8));
        files.put("e.csv", csv.getBytes(Charset.forName("windows-31j")));
        files.put("f.csv", csv.getBytes(Charset.forName("EUC-JP")));
        files.put("g.txt", ("\uFEFF" + csv.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE));
        files.put("h.csv", csv.replace(',', ';').replace("\r\n", "\r").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static byte[] bytes(Workbook book) throws IOException {
        try (book; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        }
    }

    /** A cover, an inventory with a two-row header, merged cells, comments, dates, errors and struck text, and a ledger on a hidden sheet. */
    static Workbook fill(Workbook book) {
        WorkbookMaker.sheet(book, "表紙", "医療機器台帳", "作成：臨床工学科");
        Sheet sheet = WorkbookMaker.sheet(book, "台帳", "医療機器台帳", "", "機器番号|機器名|設置|設置|導入日|稼働率|台数|備考|構成", "||部署|部屋|||||",
                "M-1|輸液ポンプ|手術部|OP1||||有|Windows 10", "M-2|心電計|外来|E1||||無|", "M-3|CT装置||X1||||○|Windows 7", "M-4|旧型除細動器|救急部|E2|||||",
                "合計||||||4");
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 2, 3));
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
        sheet.addMergedRegion(new CellRangeAddress(5, 6, 2, 2));
        CreationHelper make = book.getCreationHelper();
        CellStyle date = book.createCellStyle();
        date.setDataFormat(make.createDataFormat().getFormat("[$-411]ggge\"年\"m\"月\"d\"日\""));
        CellStyle percent = book.createCellStyle();
        percent.setDataFormat((short) 9);
        Font strike = book.createFont();
        strike.setStrikeout(true);
        CellStyle struck = book.createCellStyle();
        struck.setFont(strike);
        for (int r = 4; r < 8; r++) {
            Cell at = sheet.getRow(r).createCell(4);
            at.setCellValue(44_287 + r);
            at.setCellStyle(date);
            Cell use = sheet.getRow(r).createCell(5);
            use.setCellValue(0.25 * (r - 4));
            use.setCellStyle(percent);
            sheet.getRow(r).createCell(6).setCellFormula("1+" + r);
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sheet.getRow(r).getCell(6));
            sheet.getRow(7).getCell(Math.min(3, r - 4)).setCellStyle(struck);
        }
        RichTextString partly = make.createRichTextString("病棟3階4階");
        partly.applyFont(2, 4, strike);
        sheet.getRow(5).getCell(3).setCellValue(partly);
        sheet.getRow(6).createCell(8).setCellErrorValue((byte) 23);
        sheet.getRow(4).createCell(9).setCellValue(true);
        ClientAnchor anchor = make.createClientAnchor();
        anchor.setCol1(2);
        anchor.setRow1(5);
        anchor.setCol2(4);
        anchor.setRow2(8);
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(make.createRichTextString("2026年3月に更新予定"));
        comment.setAddress(5, 1);
        sheet.getRow(6).setZeroHeight(true);
        sheet.setColumnHidden(7, true);
        WorkbookMaker.sheet(book, "脆弱性", "CVE番号|機器番号|CVSS|対応状況", "CVE-2024-0001|M-1|9.8|未対応",
                "CVE-2025-12345|M-3|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|対応済");
        book.setSheetHidden(2, true);
        return book;
    }
}
