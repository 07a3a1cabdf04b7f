package jp.mimamori.policy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Outcome;
import jp.mimamori.decision.table.Question;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes workbooks of policy tables that people like to open: the first edition of the shipped policy. */
final class PolicyWorkbookWriter {

    private static final int FIRST_DATA_ROW = 5;
    private static final int REASON_WIDTH = 60;
    private static final float LINE_HEIGHT = 17;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle title = style(true, null, false);
    private final CellStyle given = style(true, IndexedColors.PALE_BLUE, true);
    private final CellStyle answer = style(true, IndexedColors.LIGHT_YELLOW, true);
    private final CellStyle plain = style(false, null, true);
    private final CellStyle loose = style(false, null, false);

    /** A table: each line is number, inputs, outcomes, reason in Japanese, reason in English, separated by {@code " ; "}. */
    PolicyWorkbookWriter table(Question question, String... lines) {
        List<Message> labels = new ArrayList<>();
        List<Set<String>> lists = new ArrayList<>();
        labels.add(word("heading.rule"));
        lists.add(Set.of());
        for (Input input : question.inputs()) {
            labels.add(input.label());
            lists.add(choices(input));
        }
        int inputs = labels.size();
        for (Outcome outcome : question.outcomes()) {
            labels.add(outcome.label());
            lists.add(outcome.type() == null ? Set.of() : labels(List.of(outcome.type().getEnumConstants()), false));
        }
        int outcomes = labels.size();
        labels.addAll(List.of(word("heading.reasonJa"), word("heading.reasonEn"), word("heading.note")));
        lists.addAll(List.of(Set.of(), Set.of(), Set.of()));
        sheet(question.title().in(Language.JA), labels, inputs, outcomes, lists, lines);
        return this;
    }

    /** The sheet of cautious values, in the same notation: number, item, value, reasons. */
    PolicyWorkbookWriter unknowns(String... lines) {
        sheet(word("sheet.unknowns").in(Language.JA), List.of(word("heading.rule"), word("heading.item"), word("heading.value"),
                word("heading.reasonJa"), word("heading.reasonEn"), word("heading.note")), 2, 3,
                List.of(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()), lines);
        return this;
    }

    /** The sheet of what an approver may change, in the same notation. */
    PolicyWorkbookWriter overrides(String... lines) {
        sheet(OverrideSheet.title().in(Language.JA), List.of(word("heading.rule"), word("heading.item"), word("heading.value"),
                word("heading.reasonJa"), word("heading.reasonEn"), word("heading.note")), 2, 3,
                List.of(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()), lines);
        XSSFSheet sheet = workbook.getSheet(OverrideSheet.title().in(Language.JA));
        put(requireNonNull(sheet.getRow(1)), 0, "承認者が判定の緊急度を変えるときの決まりです。上げるのは自由で、下げるときだけこの範囲に限ります。 / "
                + "What an approver may change: raising is free, lowering keeps to these limits.", loose);
        for (Row row : sheet) {
            Set<String> words = labels(row.getRowNum() == FIRST_DATA_ROW + 1 ? Input.SAFETY.known()
                    : row.getRowNum() == FIRST_DATA_ROW + 2 ? Input.URGENCY.known() : List.of(), false);
            words.remove("*");
            offer(sheet, 2, words, row.getRowNum(), row.getRowNum());
        }
        return this;
    }

    PolicyWorkbookWriter version(String[]... lines) {
        XSSFSheet sheet = workbook.createSheet(word("sheet.version").in(Language.JA));
        int index = 0;
        for (String[] line : lines) {
            Row row = sheet.createRow(index++);
            put(row, 0, line[0], given);
            put(row, 1, line[1], plain);
            row.setHeightInPoints(LINE_HEIGHT * (1 + new Width(1).applyAsInt(line) / 106));
        }
        sheet.setColumnWidth(0, 24 * 256);
        sheet.setColumnWidth(1, 110 * 256);
        print(sheet);
        return this;
    }

    private void sheet(String name, List<Message> labels, int inputs, int outcomes, List<Set<String>> lists, String... lines) {
        XSSFSheet sheet = workbook.createSheet(name);
        Row head = sheet.createRow(0);
        put(head, 0, name, title);
        put(sheet.createRow(1), 0, "当てはまる行が複数あるときは最も厳しい結果になります。* は何でもよい、≥ 重大 は「重大」以上、"
                + "A、B は A または B。 / Where several rows match, the strictest result counts. * is any value.", loose);
        Row ja = sheet.createRow(2);
        Row en = sheet.createRow(3);
        for (int column = 0; column < labels.size(); column++) {
            CellStyle style = column >= inputs && column < outcomes ? answer : given;
            put(ja, column, labels.get(column).in(Language.JA), style);
            put(en, column, labels.get(column).in(Language.EN), style);
            boolean reason = column >= outcomes;
            int longest = Arrays.stream(lines).map(line -> line.split(" ; ", -1)).mapToInt(new Width(column)).max().orElse(0);
            int heading = Math.max(labels.get(column).in(Language.JA).length() * 2, labels.get(column).in(Language.EN).length());
            sheet.setColumnWidth(column, 256 * (column == labels.size() - 1 ? 24 : reason ? REASON_WIDTH : Math.min(34, Math.max(10, Math.max(longest, heading) + 3))));
        }
        int index = FIRST_DATA_ROW - 1;
        for (String line : lines) {
            Row row = sheet.createRow(index++);
            String[] cells = line.split(" ; ", -1);
            for (int column = 0; column < labels.size(); column++) {
                put(row, column, column < cells.length ? cells[column].strip() : "", plain);
            }
            int wide = Math.max(new Width(cells.length - 2).applyAsInt(cells), new Width(cells.length - 1).applyAsInt(cells));
            row.setHeightInPoints(LINE_HEIGHT * (1 + (wide - 1) / (REASON_WIDTH - 4)));
        }
        for (int column = 0; column < labels.size(); column++) {
            offer(sheet, column, lists.get(column));
        }
        sheet.createFreezePane(1, FIRST_DATA_ROW - 1);
        sheet.setRepeatingRows(new org.apache.poi.ss.util.CellRangeAddress(2, 3, -1, -1));
        print(sheet);
    }

    private static void print(XSSFSheet sheet) {
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize((short) 9);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** A drop-down of the usual words; the strict reader, not Excel, refuses the others (lists such as A、B are allowed). */
    private void offer(XSSFSheet sheet, int column, Set<String> words) {
        offer(sheet, column, words, FIRST_DATA_ROW - 1, 400);
    }

    private void offer(XSSFSheet sheet, int column, Set<String> words, int from, int to) {
        if (words.isEmpty()) {
            return;
        }
        String name = "選択肢";
        XSSFSheet list = workbook.getSheet(name) == null ? workbook.createSheet(name) : workbook.getSheet(name);
        workbook.setSheetHidden(workbook.getSheetIndex(list), true);
        int at = list.getRow(0) == null ? 0 : list.getRow(0).getLastCellNum();
        int index = 0;
        for (String word : words) {
            Row row = list.getRow(index) == null ? list.createRow(index) : list.getRow(index);
            row.createCell(at).setCellValue(word);
            index++;
        }
        String letter = org.apache.poi.ss.util.CellReference.convertNumToColString(at);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint("'" + name + "'!$" + letter + "$1:$" + letter + "$" + words.size()),
                new CellRangeAddressList(from, to, column, column));
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }

    private static Set<String> choices(Input input) {
        boolean askedAsIs = input == Input.PATCH || input == Input.COST;
        return labels(askedAsIs ? input.all() : input.known(), input.ordered());
    }

    private static Set<String> labels(List<? extends Enum<?>> values, boolean ordered) {
        Set<String> words = new LinkedHashSet<>();
        words.add("*");
        for (Enum<?> value : values) {
            words.add(Wording.label(Language.JA, value));
        }
        if (ordered) {
            values.forEach(value -> words.add("≥ " + Wording.label(Language.JA, value)));
            values.forEach(value -> words.add("≤ " + Wording.label(Language.JA, value)));
        }
        return words;
    }

    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    private void put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        if (text.matches("[0-9]+")) {
            cell.setCellValue(Integer.parseInt(text));
        } else if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        cell.setCellStyle(style);
    }

    private CellStyle style(boolean bold, @org.jspecify.annotations.Nullable IndexedColors fill, boolean boxed) {
        CellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setFontName("Yu Gothic");
        font.setBold(bold);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(boxed);
        if (fill != null) {
            style.setFillForegroundColor(fill.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (boxed) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    private static Message word(String key) {
        return Wording.of(PolicyLoader.class).message(key);
    }

    /** How wide a column's text is, a Japanese character counting two. */
    private record Width(int column) implements java.util.function.ToIntFunction<String[]> {
        @Override
        public int applyAsInt(String[] cells) {
            return column < cells.length ? cells[column].strip().codePoints().map(c -> c > 0x2000 ? 2 : 1).sum() : 0;
        }
    }
}
