package jp.mimamori.example.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.mimamori.example.SampleFacts;
import jp.mimamori.example.xlsx.Book.Look;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The clinical engineers' inventory: title, two-row header, a block a department with merged cells and a subtotal. */
public final class InventoryBook {

    private static final List<String> TOP = List.of("ME番号", "所属部署", "機器名称", "一般的名称", "クラス\n分類", "メーカー", "型式",
            "製造番号", "台数", "設置場所", "OS", "ソフトウェア\n（バージョン）", "ネットワーク", "", "", "", "", "患者影響度",
            "サポート\n終了日", "代替グループ", "保守業者", "状態", "備考");
    private static final List<String> UNDER = List.of("接続有無", "接続先", "IPアドレス", "MACアドレス", "ﾘﾓｰﾄ保守");
    private static final int NETWORK = 12;

    private InventoryBook() {
    }

    public static void write(SampleFacts facts, Path file) throws IOException {
        try (Book book = new Book("ME機器台帳")) {
            XSSFSheet sheet = book.sheet("ME機器台帳", 10, 12, 26, 24, 6, 18, 20, 10, 5, 18, 24, 22, 7, 16, 16, 18, 7, 9, 16, 13,
                    22, 8, 28);
            header(book, sheet);
            int row = 6;
            String section = "";
            int first = row;
            List<SampleFacts.Device> devices = facts.devices().stream().filter(SampleFacts.Device::medical).toList();
            for (int i = 0; i < devices.size(); i++) {
                SampleFacts.Device device = devices.get(i);
                if (!device.section().equals(section)) {
                    section = device.section();
                    book.row(sheet, row, Look.GROUP, "【" + section + "】");
                    sheet.addMergedRegion(new CellRangeAddress(row, row, 0, TOP.size() - 1));
                    first = ++row;
                }
                device(book, sheet.createRow(row++), device, i == 0 ? null : devices.get(i - 1));
                if (i + 1 == devices.size() || !devices.get(i + 1).section().equals(section)) {
                    sheet.addMergedRegion(new CellRangeAddress(first, row - 1, 1, 1));
                    Row total = sheet.createRow(row++);
                    book.put(total, 7, "小計", Look.TOTAL);
                    Cell sum = book.put(total, 8, "", Look.TOTAL);
                    sum.setCellFormula("SUM(I" + (first + 1) + ":I" + (row - 1) + ")");
                    row++; // a blank line between departments
                }
            }
            book.workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.header(sheet, 6, 3, TOP.size() - 1, row, false);
            legend(book);
            book.write(file);
        }
    }

    private static void header(Book book, XSSFSheet sheet) {
        book.row(sheet, 0, Look.TITLE, SampleFacts.HOSPITAL + "　ME機器台帳（医療機器管理台帳）");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 11));
        Row made = sheet.createRow(1);
        book.put(made, 0, "※○＝有、×＝無、△＝一部。取消線は廃棄済み（年度末に削除）", Look.SMALL);
        book.put(made, 20, "作成日：令和8年9月1日", Look.SMALL);
        book.put(sheet.createRow(2), 20, "作成：臨床工学科", Look.SMALL);
        Row top = sheet.createRow(4);
        Row under = sheet.createRow(5);
        top.setHeightInPoints(30);
        for (int c = 0; c < TOP.size(); c++) {
            book.put(top, c, TOP.get(c), Look.HEADER);
            boolean network = c >= NETWORK && c < NETWORK + UNDER.size();
            book.put(under, c, network ? UNDER.get(c - NETWORK) : "", Look.HEADER);
            if (!network) {
                sheet.addMergedRegion(new CellRangeAddress(4, 5, c, c));
            }
        }
        sheet.addMergedRegion(new CellRangeAddress(4, 4, NETWORK, NETWORK + UNDER.size() - 1));
    }

    private static void device(Book book, Row row, SampleFacts.Device d, SampleFacts.@org.jspecify.annotations.Nullable Device above) {
        Look look = d.strike() ? Look.STRUCK : Look.PLAIN;
        boolean ditto = above != null && d.section().equals("手術部") && above.section().equals("手術部")
                && above.maker().equals(d.maker());
        Object[] values = {d.id(), above == null || !above.section().equals(d.section()) ? d.department() : "", d.name(),
                d.genericName(), d.deviceClass(), ditto ? "〃" : d.maker(), d.model(), d.serial(), d.quantity(), d.location(),
                d.os(), d.software(), d.connected(), d.segment(), d.ip(), d.mac(), d.remote(), d.safety(),
                supportEnd(d.supportEnds()), d.group(), d.service(), d.status(), d.note()};
        for (int c = 0; c < values.length; c++) {
            boolean mark = c == 4 || c == 8 || c == 12 || c == 16 || c == 17 || c == 21;
            Look own = values[c] instanceof LocalDate ? Look.DATE : mark && !d.strike() ? Look.CENTRE : look;
            book.put(row, c, values[c], own);
        }
    }

    /** A date where the facts give a day; the words as they stand where people wrote an era, a month or 未定. */
    private static Object supportEnd(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : text;
    }

    private static void legend(Book book) {
        XSSFSheet sheet = book.sheet("凡例", 18, 70);
        book.row(sheet, 0, Look.TITLE, "記入の約束");
        String[][] lines = {{"患者影響度", "致命的＝生命に直結／重大＝治療・監視が止まる／中＝検査の遅れ／軽微＝代替で足りる（空欄は未評価）"},
                {"ネットワーク", "接続先はネットワーク台帳の名称。ﾘﾓｰﾄ保守は保守業者が院外から入るもの"},
                {"代替グループ", "互いに代替できる装置に同じ名前を付ける"}, {"台数", "一式で登録したものは台数を書く"}};
        for (int i = 0; i < lines.length; i++) {
            book.row(sheet, i + 2, Look.WRAP, (Object[]) lines[i]);
        }
    }
}
