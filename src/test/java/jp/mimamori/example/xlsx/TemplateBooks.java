package jp.mimamori.example.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.example.TemplateColumn;
import jp.mimamori.example.xlsx.Book.Look;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Empty ledgers to hand out: for each sheet a sheet of examples, and one that says what the columns mean. */
public final class TemplateBooks {

    private static final int EMPTY_ROWS = 200;
    private static final int HEADER = 2;

    private TemplateBooks() {
    }

    public static void write(Path folder, boolean japanese) throws IOException {
        Map<String, List<TemplateColumn>> books = TemplateColumn.load(japanese ? "ja" : "en").stream()
                .collect(Collectors.groupingBy(TemplateColumn::book, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<TemplateColumn>> book : books.entrySet()) {
            write(folder.resolve(book.getKey() + ".xlsx"), book.getKey(), book.getValue(), japanese);
        }
    }

    private static void write(Path file, String title, List<TemplateColumn> columns, boolean japanese) throws IOException {
        Map<String, List<TemplateColumn>> sheets = columns.stream()
                .collect(Collectors.groupingBy(TemplateColumn::sheet, LinkedHashMap::new, Collectors.toList()));
        try (Book book = new Book(title)) {
            for (Map.Entry<String, List<TemplateColumn>> sheet : sheets.entrySet()) {
                table(book, sheet.getKey(), sheet.getKey(), sheet.getValue(), false);
            }
            for (Map.Entry<String, List<TemplateColumn>> sheet : sheets.entrySet()) {
                String name = (japanese ? "記入例" : "Example") + (sheets.size() == 1 ? "" : " " + sheet.getKey());
                table(book, name, sheet.getKey() + (japanese ? "（記入例。取り込まれません）" : " (example, not read)"), sheet.getValue(), true);
            }
            legend(book, columns, japanese);
            book.write(file);
        }
    }

    private static void table(Book book, String name, String title, List<TemplateColumn> columns, boolean example) {
        XSSFSheet sheet = book.sheet(name, columns.stream().mapToInt(TemplateColumn::width).toArray());
        book.row(sheet, 0, Look.TITLE, title);
        Row header = sheet.createRow(HEADER);
        header.setHeightInPoints(28);
        for (int c = 0; c < columns.size(); c++) {
            book.put(header, c, columns.get(c).header(), columns.get(c).kind().contains("optional") ? Look.OPTIONAL_HEADER : Look.HEADER);
        }
        int rows = example ? 2 : EMPTY_ROWS;
        for (int r = 0; r < rows; r++) {
            Row row = sheet.createRow(HEADER + 1 + r);
            for (int c = 0; c < columns.size(); c++) {
                TemplateColumn column = columns.get(c);
                book.put(row, c, example ? value(column, column.examples().get(r)) : "", look(column));
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            if (!columns.get(c).choices().isEmpty()) {
                book.choices(sheet, c, HEADER + 1, HEADER + rows, columns.get(c).choices().toArray(String[]::new));
            }
        }
        book.header(sheet, HEADER + 1, 1, columns.size() - 1, HEADER + rows, !example);
    }

    private static Look look(TemplateColumn column) {
        return column.kind().contains("date") ? Look.DATE : Look.PLAIN;
    }

    private static Object value(TemplateColumn column, String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (column.kind().contains("date")) {
            return LocalDate.parse(text);
        }
        return column.kind().contains("number") || column.kind().contains("percent") ? (Object) Integer.valueOf(text) : text;
    }

    private static void legend(Book book, List<TemplateColumn> columns, boolean japanese) {
        XSSFSheet sheet = book.sheet(japanese ? "説明" : "Legend", 22, 24, 12, 70);
        book.row(sheet, 0, Look.TITLE, japanese ? "列の意味" : "What the columns mean");
        book.row(sheet, 1, Look.SMALL, japanese
                ? "列の順序は自由です。見出しの言い換え（機器番号、資産番号など）も読み取ります。分からないところは空欄のままにしてください。"
                : "Columns may stand in any order, and other common headings are understood. Leave blank what you do not know.");
        int row = 3;
        for (TemplateColumn column : columns) {
            if (column.kind().contains("percent") && column.help().isEmpty()) {
                continue;
            }
            String use = column.kind().contains("needed") ? japanese ? "必要" : "needed"
                    : column.kind().contains("optional") ? japanese ? "任意" : "optional" : "";
            String choices = column.choices().isEmpty() ? "" : (japanese ? "　選択肢：" : " Choices: ") + String.join("／", column.choices());
            String name = column.kind().contains("percent") ? (japanese ? "0時〜23時" : "0:00 to 23:00") : column.header();
            book.row(sheet, row++, Look.WRAP, column.sheet(), name, use, column.help() + choices);
        }
    }
}
