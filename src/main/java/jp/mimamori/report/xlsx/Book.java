package jp.mimamori.report.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.decision.Urgency;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.UrgencyMark;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The workbook being written, row by row with flat memory: its words, styles, sheets and the ways a value becomes a cell. */
final class Book implements AutoCloseable {

    private static final Wording WORDING = Wording.of(Book.class);
    /**
     * The custom document property that tells our own workbook, so that its lists are not read as a hospital's data; its value is
     * the format's number, and it outlives saving in LibreOffice (tried) and, as a document property, in Excel.
     */
    private static final String MARKER = "mimamori.workbook";
    private static final String FORMAT = "1";
    /** Rows kept in memory; more than the free-form sheets have in one block. */
    private static final int WINDOW = 400;
    /** Width of a {@link Symbol}, in characters. */
    static final double SYMBOL_WIDTH = 3.4;

    /** The narrow filled cell with the shape of an urgency; its word stands beside it on white. */
    record Symbol(Urgency urgency, boolean provisional) {
    }

    /** A text or number that leads to another place of the workbook. */
    record Link(Object shown, String target) {
    }

    private final SXSSFWorkbook workbook;
    private final Phrases phrases;
    private final Styles styles;
    private final String title;
    /** Texts without blanks, which tables ask for in every row. */
    private final Map<String, String> known = new HashMap<>();
    private final Map<Tab, SXSSFSheet> sheets = new EnumMap<>(Tab.class);

    Book(Language language, Instant now) {
        this(language, now, "workbook.title");
    }

    /** @param title key of what the workbook is called */
    Book(Language language, Instant now, String title) {
        XSSFWorkbook inner = new XSSFWorkbook();
        this.phrases = new Phrases(language);
        this.styles = new Styles(inner, language);
        this.title = text(title);
        POIXMLProperties.CoreProperties core = inner.getProperties().getCoreProperties();
        core.setTitle(this.title);
        core.setCreator("Mimamori");
        core.setCreated(Optional.of(Date.from(now)));
        inner.getProperties().getCustomProperties().addProperty(MARKER, FORMAT);
        this.workbook = new SXSSFWorkbook(inner, WINDOW, false, false);
    }

    Phrases phrases() {
        return phrases;
    }

    Styles styles() {
        return styles;
    }

    String text(String key, Object... args) {
        return args.length > 0 ? WORDING.text(phrases.language(), key, args)
                : known.computeIfAbsent(key, k -> WORDING.text(phrases.language(), key));
    }

    String name(Tab tab) {
        return text("sheet." + tab);
    }

    /** The sheet of {@code tab}, made when first asked for. */
    SXSSFSheet sheet(Tab tab) {
        return sheets.computeIfAbsent(tab, made -> create(name(made)));
    }

    SXSSFSheet create(String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        return sheet;
    }

    /** A place in this workbook: {@code '判定'!A5}. */
    String target(Tab tab, String cells) {
        return "'" + name(tab).replace("'", "''") + "'!" + cells;
    }

    void put(Cell cell, Look look, @Nullable Object value) {
        if (value instanceof Symbol symbol) {
            cell.setCellStyle(styles.of(symbol.urgency(), symbol.provisional()));
            cell.setCellValue(UrgencyMark.of(symbol.urgency()).symbol());
            return;
        }
        if (value instanceof Link link) {
            put(cell, look, link.shown());
            Hyperlink target = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            target.setAddress(link.target());
            cell.setHyperlink(target);
            return;
        }
        boolean quoted = value instanceof String text && CellText.looksLikeFormula(text);
        cell.setCellStyle(styles.of(value instanceof String && look.compareTo(Look.NUMBER) >= 0 && look.compareTo(Look.DAYS) <= 0
                ? Look.TEXT : look, quoted));
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
        } else if (value != null && !value.toString().isEmpty()) {
            cell.setCellValue(CellText.safe(value.toString()));
        }
    }

    /** A4 with page numbers; the width fits one page. */
    void paper(Sheet sheet, boolean landscape, boolean onePage, String left) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(landscape);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) (onePage ? 1 : 0));
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.4);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.4);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.TOP, 0.6);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.BOTTOM, 0.6);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.HEADER, 0.3);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.FOOTER, 0.3);
        sheet.setHorizontallyCenter(true);
        sheet.getHeader().setRight(small(title + "　" + sheet.getSheetName()));
        sheet.getFooter().setLeft(small(left));
        sheet.getFooter().setRight("&9 &P / &N");
    }

    void write(OutputStream out) throws IOException {
        workbook.setActiveSheet(0);
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** In a header or footer {@code &} begins a code; the space keeps a text's first digit out of the font size. */
    private static String small(String text) {
        return "&9 " + CellText.shortened(text.replace("&", "&&"), 200);
    }

    /** Characters that the word of an urgency needs. */
    double urgencyWidth() {
        return phrases.language() == Language.JA ? 7 : 13;
    }
}
