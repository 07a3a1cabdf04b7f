package jp.mimamori.intake.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.sheet.Limits.Limit;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/** Reads a sheet's XML in one pass: its rows of typed cells, and what stands beside them. */
final class SheetXml implements XlsxParts.PartReader {

    /** The values a formula has when it fails; some programs write them as texts. */
    private static final Set<String> ERRORS = Set.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A",
            "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!");
    private static final CellValue.Error LOST = new CellValue.Error("#ERROR");
    private static final int ROW_BYTES = 48;
    private static final int NUMBER_BYTES = 24;
    private static final int WIDEST = 16_384;

    private enum Type { NUMBER, SHARED, TEXT, INLINE, BOOL, ERROR, DATE }

    private final String file;
    private final Limits limits;
    private final XlsxWorkbook book;
    private final MarksOfSheet marks;
    private final FormulaTexts formulas;
    private final RichText rich = new RichText();
    private final List<RawRow> rows = new ArrayList<>();
    private final CellValue.Number[] numbers = new CellValue.Number[2048];
    private CellValue[] line = new CellValue[64];
    private int width;
    private int rowNumber;
    private boolean inOrder = true;

    SheetXml(String file, Limits limits, XlsxWorkbook book) {
        this.file = file;
        this.limits = limits;
        this.book = book;
        this.marks = new MarksOfSheet(file, limits, book.heap());
        this.formulas = new FormulaTexts(book.externalBooks());
        Arrays.fill(line, CellValue.BLANK);
    }

    @Override
    public void read(XmlCursor xml) throws XMLStreamException, UnusableFileException {
        if (!xml.child(0)) {
            return;
        }
        while (xml.child(1)) {
            switch (xml.name()) {
                case "sheetData" -> {
                    while (xml.child(2)) {
                        if (xml.name().equals("row")) {
                            row(xml);
                        }
                    }
                }
                case "cols" -> {
                    while (xml.child(2)) {
                        if (xml.isTrue("hidden")) {
                            marks.hide(xml.attribute("min"), xml.attribute("max"));
                        }
                    }
                }
                case "mergeCells" -> {
                    while (xml.child(2)) {
                        marks.merge(xml.attribute("ref"));
                    }
                }
                default -> { }
            }
        }
        if (!inOrder) {
            rows.sort(Comparator.comparingInt(RawRow::number));
        }
    }

    private void row(XmlCursor xml) throws XMLStreamException, UnusableFileException {
        int before = rowNumber++;
        boolean hidden = false;
        for (int i = xml.attributes() - 1; i >= 0; i--) {
            String name = xml.attributeName(i);
            if (name.equals("r")) {
                XmlCursor.Slice r = xml.attribute(i);
                rowNumber = Numerals.whole(r.chars, r.from, r.length);
            } else if (name.equals("hidden")) {
                hidden = xml.isTrue("hidden");
            }
        }
        if (rowNumber < 1) {
            throw Refusal.DAMAGED.of(file);
        }
        inOrder &= rowNumber > before;
        width = 0;
        int column = -1;
        while (xml.child(3)) {
            if (xml.name().equals("c")) {
                column = cell(xml, column + 1);
            }
        }
        if (width > 0) {
            if (rowNumber > limits.of(Limit.ROWS)) {
                throw Refusal.limit(file, Limit.ROWS, limits.of(Limit.ROWS));
            }
            book.heap().take(ROW_BYTES + 4L * width);
            rows.add(new RawRow(rowNumber, Arrays.copyOf(line, width), hidden));
            Arrays.fill(line, 0, width, CellValue.BLANK);
        }
    }

    /** Gives the cell's column. */
    private int cell(XmlCursor xml, int next) throws XMLStreamException, UnusableFileException {
        int column = next;
        int style = -1;
        Type type = Type.NUMBER;
        for (int i = xml.attributes() - 1; i >= 0; i--) {
            String name = xml.attributeName(i);
            if (name.length() != 1) {
                continue;
            }
            XmlCursor.Slice value = xml.attribute(i);
            switch (name.charAt(0)) {
                case 'r' -> column = column(value);
                case 's' -> style = Numerals.whole(value.chars, value.from, value.length);
                case 't' -> type = type(value);
                default -> { }
            }
        }
        if (column < 0 || column >= WIDEST) {
            throw Refusal.DAMAGED.of(file);
        }
        CellValue value = null;
        RichText.Strikes strikes = null;
        boolean formula = false;
        while (xml.child(4)) {
            String name = xml.name();
            if (name.equals("v")) {
                xml.text();
                value = value(xml, type, style, formula);
                strikes = type == Type.SHARED ? book.texts().strikes(Numerals.whole(xml.chars(), 0, xml.length())) : null;
            } else if (name.equals("f")) {
                formula = true;
                formulas.read(xml);
            } else if (name.equals("is") && type == Type.INLINE) {
                rich.read(xml);
                value = book.pool().get(rich.chars(), 0, rich.length());
                strikes = rich.strikes();
            }
        }
        if (value == null && formula && formulas.isFormula()) {
            // nobody has calculated it: its program never opened the file
            value = new CellValue.Error("=" + formulas.text());
        }
        if (value != null && value != CellValue.BLANK) {
            put(column, value, style, strikes);
            formulas.count();
        }
        formulas.reset();
        return column;
    }

    private void put(int column, CellValue value, int style, RichText.@Nullable Strikes strikes) throws UnusableFileException {
        if (column >= limits.of(Limit.COLUMNS)) {
            throw Refusal.limit(file, Limit.COLUMNS, limits.of(Limit.COLUMNS));
        }
        if (column >= line.length) {
            int old = line.length;
            line = Arrays.copyOf(line, Math.max(column + 1, old * 2));
            Arrays.fill(line, old, line.length, CellValue.BLANK);
        }
        line[column] = value;
        width = Math.max(width, column + 1);
        boolean struck = book.styles().isStruck(style);
        if (struck || strikes != null) {
            marks.strike(rowNumber, column, value, struck, strikes);
        }
    }

    private static Type type(XmlCursor.Slice t) {
        return switch (t.length == 0 ? 'n' : t.chars[t.from]) {
            case 's' -> t.length == 1 ? Type.SHARED : Type.TEXT;
            case 'i' -> Type.INLINE;
            case 'b' -> Type.BOOL;
            case 'e' -> Type.ERROR;
            case 'd' -> Type.DATE;
            default -> Type.NUMBER;
        };
    }

    private static int column(XmlCursor.Slice r) {
        int column = 0;
        for (int i = r.from; i < r.from + r.length && column <= WIDEST; i++) {
            int c = r.chars[i] & ~0x20;
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    /** Null where there is nothing, which after a formula means that it was never calculated. */
    private @Nullable CellValue value(XmlCursor xml, Type type, int style, boolean formula) throws UnusableFileException {
        char[] chars = xml.chars();
        int length = xml.length();
        if (type == Type.TEXT) {
            length = RichText.unescape(chars, length);
            CellValue text = book.pool().get(chars, 0, length);
            return formula && length > 0 && chars[0] == '#' && ERRORS.contains(text.text()) ? new CellValue.Error(text.text()) : text;
        }
        if (length == 0) {
            return null;
        }
        switch (type) {
            case NUMBER -> {
                double number = Numerals.number(chars, 0, length);
                return number != number ? wrong(xml) : number(number, book.styles().isDate(style), book.styles().isPercent(style));
            }
            case SHARED -> {
                CellValue text = book.texts().get(Numerals.whole(chars, 0, length));
                return text == null ? LOST : text;
            }
            case BOOL -> {
                String bool = xml.string().strip();
                return bool.equals("1") || bool.equals("true") ? new CellValue.Bool(true)
                        : bool.equals("0") || bool.equals("false") ? new CellValue.Bool(false) : wrong(xml);
            }
            case DATE -> {
                double serial = Numerals.serial(xml.string(), book.isFrom1904());
                return serial != serial ? book.pool().get(chars, 0, length) : number(serial, true, false);
            }
            default -> {
                return wrong(xml);
            }
        }
    }

    private static CellValue wrong(XmlCursor xml) {
        String text = xml.string();
        return text.isBlank() ? CellValue.BLANK : new CellValue.Error(text);
    }

    /** Numbers repeat: years, counts, scores. */
    private CellValue number(double value, boolean date, boolean percent) throws UnusableFileException {
        long bits = Double.doubleToLongBits(value);
        int hash = (int) (bits ^ bits >>> 32);
        int at = (hash ^ hash >>> 15 ^ (date ? 1 : 0)) & numbers.length - 1;
        CellValue.Number known = numbers[at];
        if (known != null && Double.doubleToLongBits(known.value()) == bits && known.date() == date && known.percent() == percent) {
            return known;
        }
        book.heap().take(NUMBER_BYTES);
        return numbers[at] = new CellValue.Number(value, date, percent, book.isFrom1904());
    }

    List<RawRow> rows() {
        return rows;
    }

    MarksOfSheet marks() {
        return marks;
    }

    /** How many cells hold what a formula took from another file. */
    int externalCells() {
        return formulas.external();
    }
}
