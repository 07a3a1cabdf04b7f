package jp.mimamori.intake.mapping.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.How;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.intake.mapping.MappingUse;
import jp.mimamori.intake.mapping.Seen;
import jp.mimamori.intake.mapping.ValueWord;
import jp.mimamori.intake.mapping.WordMeanings;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes what was met as a workbook for people to correct: sheets, columns, words, and the choices behind the drop-downs. */
public final class MappingWriter {

    private final Fields fields;
    private final WordMeanings words;
    private final Language language;
    private final Map<String, Integer> lists = new LinkedHashMap<>();

    public MappingWriter(Fields fields, WordMeanings words, Language language) {
        this.fields = fields;
        this.words = words;
        this.language = language;
    }

    /** Writes the tables that {@code use} met and the words {@code unknown} to {@code out}. */
    public void write(MappingUse use, List<ValueWord> unknown, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet layouts = sheet(book, "layouts", Names.LAYOUTS, 10, 14, 10, 12, 30, 24, 40);
            Sheet columns = sheet(book, "columns", Names.COLUMNS, 10, 6, 32, 34, 8, 34, 44, 40);
            Sheet meanings = sheet(book, "words", Names.WORD, 34, 30, 24, 40);
            Sheet choices = book.createSheet(Names.sheet("choices", language));
            lists(choices);
            CellStyle percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0%"));
            int number = 0;
            int line = 1;
            for (Seen seen : use.seen()) {
                String name = Names.WORDS.text(language, "layout.name", ++number);
                layout(layouts.createRow(number), name, seen);
                choice(layouts, number, 1, "roles");
                for (int c = 0; c < seen.columns().size(); c++) {
                    column(columns.createRow(line), name, seen, c);
                    columns.getRow(line).getCell(4).setCellStyle(percent);
                    choice(columns, line++, 3, seen.role() == null ? "fields" : "fields." + seen.role());
                }
            }
            line = 1;
            for (ValueWord word : known(use, unknown)) {
                Row row = meanings.createRow(line);
                put(row, 0, Fields.choice(roleOf(word.field()), word.field(), language));
                put(row, 1, word.word());
                put(row, 2, word.meaning());
                choice(meanings, line++, 2, "words." + word.field());
            }
            book.write(out);
        }
    }

    /** Words that a mapping file already explains stay explained. */
    private static List<ValueWord> known(MappingUse use, List<ValueWord> unknown) {
        List<ValueWord> all = new ArrayList<>();
        use.profiles().forEach(profile -> all.addAll(profile.words()));
        all.addAll(unknown);
        return all;
    }

    private SheetRole roleOf(String field) {
        return fields.of(SheetRole.LEDGER).contains(field) ? SheetRole.LEDGER : SheetRole.INVENTORY;
    }

    private void layout(Row row, String name, Seen seen) {
        put(row, 0, name);
        put(row, 1, seen.role() == null ? "" : Wording.label(language, seen.role()));
        row.createCell(2).setCellValue(seen.headerRow());
        row.createCell(3).setCellValue(seen.headerRows());
        put(row, 4, seen.file());
        put(row, 5, seen.sheet() == null ? "" : seen.sheet());
    }

    private void column(Row row, String name, Seen seen, int index) {
        ColumnReading column = seen.columns().get(index);
        SheetRole role = seen.role();
        put(row, 0, name);
        put(row, 1, column.column());
        put(row, 2, column.header());
        if (column.field() != null && role != null) {
            put(row, 3, Fields.choice(role, column.field(), language));
        } else if (column.recognition().how() == How.MAPPING) {
            put(row, 3, Names.WORDS.text(language, "choice.leftOut"));
        }
        row.createCell(4).setCellValue(column.recognition().sure());
        String alternative = column.recognition().alternative();
        put(row, 5, alternative == null || role == null ? "" : Fields.choice(role, alternative, language));
        put(row, 6, seen.samples().get(index));
    }

    private void lists(Sheet sheet) {
        List<String> roles = new ArrayList<>();
        for (SheetRole role : SheetRole.values()) {
            roles.add(Wording.label(language, role));
        }
        String leftOut = Names.WORDS.text(language, "choice.leftOut");
        roles.add(leftOut);
        list(sheet, "roles", Names.column("role", language), roles);
        List<String> all = new ArrayList<>(List.of(leftOut));
        for (SheetRole role : SheetRole.values()) {
            List<String> some = new ArrayList<>(List.of(leftOut));
            some.addAll(fields.choices(role, language));
            list(sheet, "fields." + role, Wording.label(language, role), some);
            if (role == SheetRole.INVENTORY || role == SheetRole.LEDGER) {
                fields.choices(role, language).stream().filter(choice -> !all.contains(choice)).forEach(all::add);
            }
        }
        list(sheet, "fields", Names.column("field", language), all);
        for (String field : words.fields()) {
            list(sheet, "words." + field, Fields.choice(roleOf(field), field, language), words.choices(field));
        }
    }

    private final Map<String, Integer> columnsOf = new LinkedHashMap<>();

    private void list(Sheet sheet, String key, String title, List<String> entries) {
        int column = lists.size();
        lists.put(key, entries.size());
        columnsOf.put(key, column);
        sheet.setColumnWidth(column, 26 * 256);
        put(row(sheet, 0), column, title);
        for (int i = 0; i < entries.size(); i++) {
            put(row(sheet, i + 1), column, entries.get(i));
        }
    }

    private static Row row(Sheet sheet, int index) {
        Row row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private void choice(Sheet sheet, int row, int column, String key) {
        Integer length = lists.get(key);
        Integer at = columnsOf.get(key);
        if (length == null || at == null || length == 0) {
            return;
        }
        String letters = CellRef.letters(at);
        String formula = "'" + Names.sheet("choices", language) + "'!$" + letters + "$2:$" + letters + "$" + (length + 1);
        var helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(helper.createFormulaListConstraint(formula),
                new CellRangeAddressList(row, row, column, column));
        // a role may be corrected before its fields: the program checks, Excel only offers
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }

    private Sheet sheet(XSSFWorkbook book, String key, List<String> columns, int... widths) {
        Sheet sheet = book.createSheet(Names.sheet(key, language));
        CellStyle head = book.createCellStyle();
        Font bold = book.createFont();
        bold.setBold(true);
        head.setFont(bold);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        Row row = sheet.createRow(0);
        for (int c = 0; c < columns.size(); c++) {
            put(row, c, Names.column(columns.get(c), language));
            row.getCell(c).setCellStyle(head);
            sheet.setColumnWidth(c, widths[c] * 256);
        }
        sheet.createFreezePane(0, 1);
        return sheet;
    }

    /** Always a text, never a formula: what comes from a sheet cannot run here. */
    private static void put(Row row, int column, @Nullable String text) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text == null ? "" : text.length() > 1_000 ? text.substring(0, 1_000) : text);
    }
}
