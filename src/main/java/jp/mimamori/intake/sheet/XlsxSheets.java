package jp.mimamori.intake.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.value.CellValue;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .xlsx} and {@code .xlsm}. Each sheet is streamed twice: once over its XML for what stands beside the values
 * (merged cells, hidden columns, struck-out fonts), which also proves that it keeps the limits before anything is built up in memory;
 * once with fastexcel for the values themselves.
 */
final class XlsxSheets {

    /** The values a formula has when it fails; fastexcel gives them as texts. */
    private static final Set<String> ERRORS = Set.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A",
            "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!");

    private final Limits limits;

    XlsxSheets(Limits limits) {
        this.limits = limits;
    }

    /** What the second pass needs to know of a workbook. */
    private record Book(String file, XlsxParts parts, Map<String, XlsxParts.Relation> relations, BitSet struckStyles) {
    }

    void read(Path path, String file, SheetVisitor visitor) throws IOException, UnusableFileException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            XlsxParts parts = new XlsxParts(zip, file, limits);
            String workbook = workbookPart(file, parts);
            Map<String, XlsxParts.Relation> relations = parts.relations(workbook);
            for (XlsxParts.Relation relation : relations.values()) {
                if (relation.type().equals("sharedStrings")) {
                    parts.measure(relation.target(), limits.stringBytes(), "stringBytes");
                }
            }
            String styles = relations.values().stream().filter(r -> r.type().equals("styles"))
                    .map(XlsxParts.Relation::target).filter(parts::has).findFirst().orElse(null);
            // the workbook part is small in any honest file; reading it here proves it harmless to the reader below
            parts.read(workbook, (event, xml) -> { });
            Book book = new Book(file, parts, relations, styles == null ? new BitSet() : parts.struckStyles(styles));
            try (ReadableWorkbook values = new ReadableWorkbook(path.toFile(), new ReadingOptions(styles != null, true))) {
                List<Sheet> sheets = values.getSheets().toList();
                if (sheets.size() > limits.sheets()) {
                    throw Refusal.limit(file, "sheets", limits.sheets());
                }
                BookInfo info = new BookInfo(creator(parts), sheets.stream().map(Sheet::getName).toList());
                for (Sheet sheet : sheets) {
                    RawSheet raw = sheet(book, info, values, sheet);
                    if (raw != null) {
                        visitor.sheet(raw);
                    }
                }
            }
        }
    }

    private static @Nullable String creator(XlsxParts parts) throws IOException, UnusableFileException {
        StringBuilder creator = new StringBuilder();
        boolean[] inside = new boolean[1];
        for (XlsxParts.Relation relation : parts.relations("").values()) {
            if (relation.type().equals("core-properties") && !relation.external()) {
                parts.read(relation.target(), (event, xml) -> {
                    if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                        inside[0] = event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("creator");
                    } else if (inside[0] && event == XMLStreamConstants.CHARACTERS && creator.length() < 1_000) {
                        creator.append(xml.getText());
                    }
                });
            }
        }
        return creator.isEmpty() ? null : creator.toString().strip();
    }

    private static String workbookPart(String file, XlsxParts parts) throws IOException, UnusableFileException {
        String part = parts.relations("").values().stream().filter(r -> r.type().equals("officeDocument"))
                .map(XlsxParts.Relation::target).findFirst().orElse("xl/workbook.xml");
        if (parts.isStrict()) {
            throw Refusal.kind(file, "strict");
        }
        if (part.endsWith(".bin")) {
            throw Refusal.kind(file, "xlsb");
        }
        if (!parts.has("[Content_Types].xml")) {
            throw Refusal.kind(file, parts.has("content.xml") ? "ods" : parts.has("Index/Document.iwa") ? "numbers" : "zip");
        }
        if (part.startsWith("word/") || part.startsWith("ppt/")) {
            throw Refusal.kind(file, "office");
        }
        if (!parts.has(part)) {
            throw Refusal.DAMAGED.of(file);
        }
        return part;
    }

    /** Null for a chart or macro sheet, which has no cells. */
    private @Nullable RawSheet sheet(Book book, BookInfo info, ReadableWorkbook values, Sheet sheet)
            throws IOException, UnusableFileException {
        XlsxParts.Relation relation = book.relations().get(sheet.getId());
        if (relation == null) {
            throw Refusal.DAMAGED.of(book.file());
        }
        if (!relation.type().equals("worksheet")) {
            return null;
        }
        if (!book.parts().has(relation.target())) {
            throw Refusal.DAMAGED.of(book.file());
        }
        SheetMarks marks = new SheetMarks(book.file(), limits, book.struckStyles());
        book.parts().read(relation.target(), marks);
        Map<CellRef, String> comments = new HashMap<>();
        for (XlsxParts.Relation part : book.parts().relations(relation.target()).values()) {
            if (part.type().equals("comments")) {
                comments.putAll(book.parts().comments(part.target()));
            }
        }
        return new RawSheet(book.file(), sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE,
                rows(book, values, sheet, marks.hiddenRows()), marks.marks(comments), List.of(), info);
    }

    private List<RawRow> rows(Book book, ReadableWorkbook values, Sheet sheet, BitSet hiddenRows)
            throws IOException, UnusableFileException {
        List<RawRow> rows = new ArrayList<>();
        Map<String, CellValue> texts = new HashMap<>();
        Map<Integer, boolean[]> formats = new HashMap<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (var i = stream.iterator(); i.hasNext();) {
                Row row = i.next();
                CellValue[] cells = new CellValue[row.getCellCount()];
                Arrays.fill(cells, CellValue.BLANK);
                int width = 0;
                for (Cell cell : row) {
                    CellValue value = cell == null ? CellValue.BLANK : value(values, cell, texts, formats);
                    if (value != CellValue.BLANK) {
                        if (value instanceof CellValue.Text text && text.text().length() > limits.cellLength()) {
                            throw Refusal.limit(book.file(), "cellLength", limits.cellLength());
                        }
                        cells[cell.getColumnIndex()] = value;
                        width = Math.max(width, cell.getColumnIndex() + 1);
                    }
                }
                if (width > 0) {
                    rows.add(new RawRow(row.getRowNum(), width == cells.length ? cells : Arrays.copyOf(cells, width),
                            hiddenRows.get(row.getRowNum())));
                }
            }
        }
        return rows;
    }

    private static CellValue value(ReadableWorkbook book, Cell cell, Map<String, CellValue> texts,
            Map<Integer, boolean[]> formats) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && value instanceof String text
                && ERRORS.contains(text)) {
            return new CellValue.Error(cell.getRawValue() == null ? "#ERROR" : cell.getRawValue());
        }
        if (value == null) {
            // a formula that nobody has calculated: its program never opened the file
            return cell.getType() == CellType.FORMULA && cell.getFormula() != null && !cell.getFormula().isEmpty()
                    ? new CellValue.Error("=" + cell.getFormula()) : CellValue.BLANK;
        }
        if (value instanceof BigDecimal number) {
            Integer format = cell.getDataFormatId();
            boolean[] kind = format == null ? new boolean[2] : formats.computeIfAbsent(format, id -> new boolean[] {
                    NumberFormats.isDate(id, cell.getDataFormatString()),
                    NumberFormats.isPercent(id, cell.getDataFormatString())});
            return new CellValue.Number(number.doubleValue(), kind[0], kind[1], book.isDate1904());
        }
        if (value instanceof Boolean bool) {
            return new CellValue.Bool(bool);
        }
        String text = value.toString();
        if (text.isBlank()) {
            return CellValue.BLANK;
        }
        if (texts.size() > 50_000) {
            texts.clear();
        }
        return texts.computeIfAbsent(text, CellValue.Text::new);
    }

    /** The first pass over a sheet's XML. */
    private static final class SheetMarks implements XlsxParts.PartReader {

        private final String file;
        private final Limits limits;
        private final BitSet struckStyles;
        private final List<Region> merged = new ArrayList<>();
        private final BitSet hiddenColumns = new BitSet();
        private final BitSet hiddenRows = new BitSet();
        private final Map<Integer, BitSet> struck = new HashMap<>();
        private int row;
        private int column;

        SheetMarks(String file, Limits limits, BitSet struckStyles) {
            this.file = file;
            this.limits = limits;
            this.struckStyles = struckStyles;
        }

        @Override
        public void event(int event, javax.xml.stream.XMLStreamReader xml) throws UnusableFileException {
            if (event != XMLStreamConstants.START_ELEMENT) {
                return;
            }
            switch (xml.getLocalName()) {
                case "row" -> row(xml);
                case "c" -> cell(xml);
                case "col" -> column(xml);
                case "mergeCell" -> merge(XlsxParts.attribute(xml, "ref"));
                default -> { }
            }
        }

        private void row(javax.xml.stream.XMLStreamReader xml) throws UnusableFileException {
            String r = XlsxParts.attribute(xml, "r");
            row = r == null ? row + 1 : Integer.parseInt(r);
            column = -1;
            if (row < 1 || row > limits.rows()) {
                throw Refusal.limit(file, "rows", limits.rows());
            }
            hiddenRows.set(row, isTrue(XlsxParts.attribute(xml, "hidden")));
        }

        private void cell(javax.xml.stream.XMLStreamReader xml) throws UnusableFileException {
            if ("d".equals(XlsxParts.attribute(xml, "t"))) {
                throw Refusal.kind(file, "isoDates");
            }
            String r = XlsxParts.attribute(xml, "r");
            column = r == null ? column + 1 : CellRef.parse(r).column();
            if (column >= 16_384) {
                throw Refusal.limit(file, "columns", limits.columns());
            }
            String style = XlsxParts.attribute(xml, "s");
            if (style != null && !struckStyles.isEmpty() && struckStyles.get(Integer.parseInt(style))) {
                struck.computeIfAbsent(row, n -> new BitSet()).set(column);
            }
        }

        private void column(javax.xml.stream.XMLStreamReader xml) {
            if (isTrue(XlsxParts.attribute(xml, "hidden"))) {
                int first = Math.max(1, XlsxParts.number(XlsxParts.attribute(xml, "min")));
                int last = Math.min(16_384, XlsxParts.number(XlsxParts.attribute(xml, "max")));
                if (last >= first) {
                    hiddenColumns.set(first - 1, last);
                }
            }
        }

        private void merge(@Nullable String ref) {
            if (ref == null || merged.size() > 200_000) {
                return;
            }
            int colon = ref.indexOf(':');
            CellRef from = CellRef.parse(colon < 0 ? ref : ref.substring(0, colon));
            CellRef to = colon < 0 ? from : CellRef.parse(ref.substring(colon + 1));
            if (to.row() >= from.row() && to.column() >= from.column()) {
                merged.add(new Region(from.row(), to.row(), from.column(), to.column()));
            }
        }

        private static boolean isTrue(@Nullable String text) {
            return "1".equals(text) || "true".equals(text);
        }

        BitSet hiddenRows() {
            return hiddenRows;
        }

        Marks marks(Map<CellRef, String> comments) {
            return new Marks(merged, hiddenColumns, struck, comments);
        }
    }
}
