package jp.mimamori.example.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.mimamori.example.SampleFacts;
import jp.mimamori.example.SampleFacts.Finding;
import jp.mimamori.example.SampleFacts.Vulnerability;
import jp.mimamori.example.xlsx.Book.Look;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The vulnerability ledger in the deck's 14 columns and four more, with the dates and scores as several people type them. */
public final class LedgerBook {

    static final List<String> COLUMNS = List.of("管理番号", "発見日", "機器名", "機器ID", "ソフトウェア/OS", "脆弱性情報", "深刻度（CVSS）",
            "リスク評価", "対応方針", "対応内容", "対応状況", "完了予定日", "完了日", "備考");
    static final List<String> OPTIONAL = List.of("パッチ有無", "悪用状況", "費用", "担当者");
    static final int[] WIDTHS = {13, 12, 26, 11, 28, 20, 34, 26, 24, 36, 10, 12, 12, 22, 18, 16, 7, 10};

    private LedgerBook() {
    }

    public static void write(SampleFacts facts, Path file) throws IOException {
        try (Book book = new Book("脆弱性管理台帳")) {
            XSSFSheet sheet = book.sheet("脆弱性管理台帳", WIDTHS);
            book.row(sheet, 0, Look.TITLE, SampleFacts.HOSPITAL + "　医療機器・情報システム　脆弱性管理台帳");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 7));
            Row made = sheet.createRow(1);
            book.put(made, 11, "作成日：2026年9月10日", Look.SMALL);
            book.put(made, 13, "作成：医療機器安全管理委員会 事務局", Look.SMALL);
            headings(book, sheet, 3);
            int row = 4;
            for (Finding finding : facts.findings()) {
                finding(book, sheet.createRow(row), finding, facts.strongest(finding), row);
                row++;
            }
            book.header(sheet, 4, 1, COLUMNS.size() + OPTIONAL.size() - 1, row - 1, true);
            book.choices(sheet, 10, 4, row + 50, "未対応", "対応中", "完了", "保留", "対象外");
            guide(book);
            book.write(file);
        }
    }

    static void headings(Book book, XSSFSheet sheet, int index) {
        Row row = sheet.createRow(index);
        row.setHeightInPoints(26);
        for (int c = 0; c < COLUMNS.size(); c++) {
            book.put(row, c, COLUMNS.get(c), Look.HEADER);
        }
        for (int c = 0; c < OPTIONAL.size(); c++) {
            book.put(row, COLUMNS.size() + c, OPTIONAL.get(c), Look.OPTIONAL_HEADER);
        }
    }

    private static void finding(Book book, Row row, Finding f, Vulnerability strongest, int index) {
        Object[] values = {f.id(), typed(f.discovered().toString(), index), f.deviceName(), f.device(), f.software(),
                ids(f, index), score(f, strongest, index), f.assessment(), f.treatment(), f.action(), f.status(),
                typed(f.due(), index + 3), typed(f.done(), index + 5), f.note(), f.patch(), f.exploited(), f.cost(), f.owner()};
        for (int c = 0; c < values.length; c++) {
            book.put(row, c, values[c], values[c] instanceof LocalDate ? Look.DATE : c == 5 || c == 9 ? Look.WRAP : Look.PLAIN);
        }
        long width = f.action().codePoints().map(c -> c < 128 ? 1 : 2).sum();
        long lines = Math.max(f.cves().size(), (width + 33) / 34);
        row.setHeightInPoints(lines * 15f);
    }

    /** Most dates are dates; now and then somebody types an era or a Japanese date. */
    private static Object typed(String text, int index) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return text;
        }
        LocalDate date = LocalDate.parse(text);
        return switch (index % 23) {
            case 7 -> "R" + (date.getYear() - 2018) + "." + date.getMonthValue() + "." + date.getDayOfMonth();
            case 15 -> date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
            default -> date;
        };
    }

    private static String ids(Finding f, int index) {
        return String.join(index % 2 == 0 ? "\n" : "、\n", f.cves());
    }

    private static Object score(Finding f, Vulnerability v, int index) {
        if (!f.cvss().isEmpty() || v.score() == null) {
            return f.cvss();
        }
        String number = v.score().toString();
        if (v.vector() == null) {
            return v.score();
        }
        String version = Objects.requireNonNull(v.vector()).substring(5, 8);
        String metrics = v.vector().substring(9);
        return switch (index % 33) {
            case 3, 14 -> v.vector();
            case 6 -> number + "（v" + version + "）";
            case 9 -> v.score();
            case 20 -> fullWidth(number);
            case 25 -> "v" + version + ": " + number;
            default -> number + " (" + metrics + ")";
        };
    }

    private static String fullWidth(String number) {
        return number.chars().map(c -> c == '.' ? '．' : c - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static void guide(Book book) {
        XSSFSheet sheet = book.sheet("記入要領", 18, 90);
        book.row(sheet, 0, Look.TITLE, "記入要領");
        String[][] lines = {{"対応方針", "修正／緩和策／受容。未検討は空欄"}, {"対応状況", "未対応／対応中／完了／保留／対象外"},
                {"パッチ有無", "医療機器は製造販売業者の承認を確認してから「有」とする"}, {"悪用状況", "CISAのKEVに載っているものは「悪用あり（KEV）」"}};
        for (int i = 0; i < lines.length; i++) {
            book.row(sheet, i + 2, Look.WRAP, (Object[]) lines[i]);
        }
    }
}
