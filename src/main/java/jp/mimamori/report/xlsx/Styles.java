package jp.mimamori.report.xlsx;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jp.mimamori.decision.Urgency;
import jp.mimamori.language.Language;
import jp.mimamori.report.UrgencyMark;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Makes each style of the workbook once. */
final class Styles {

    static final String FONT = "BIZ UDPGothic";
    private static final int SHIFT_JIS = 128;
    private static final int INK = 0x1A1A1A;
    private static final int GREY = 0x5A6570;
    private static final int HAIRLINE = 0xC9D0D6;
    private static final int ACCENT = 0x1B3A57;
    private static final int SHADE = 0xF3F5F7;

    private final XSSFWorkbook workbook;
    private final Language language;
    private final Map<Key, XSSFCellStyle> styles = new HashMap<>();
    private final Map<FontKey, XSSFFont> fonts = new HashMap<>();

    Styles(XSSFWorkbook workbook, Language language) {
        this.workbook = workbook;
        this.language = language;
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(FONT);
        standard.setFontHeightInPoints((short) 10);
        standard.setCharSet(SHIFT_JIS);
    }

    private record Key(@Nullable Look look, @Nullable Urgency urgency, boolean provisional, boolean quoted) {
    }

    private record FontKey(double points, boolean bold, int colour, boolean underlined) {
    }

    /** {@code quoted}: the cell shows its text as it is, even where it begins like a formula. */
    CellStyle of(Look look, boolean quoted) {
        return styles.computeIfAbsent(new Key(look, null, false, quoted), this::make);
    }

    /** The filled cell of an urgency; dashed outline where it is provisional. */
    CellStyle of(Urgency urgency, boolean provisional) {
        return styles.computeIfAbsent(new Key(null, urgency, provisional, false), this::make);
    }

    private XSSFCellStyle make(Key key) {
        XSSFCellStyle style = workbook.createCellStyle();
        if (key.urgency != null) {
            mark(style, key.urgency, key.provisional);
        } else {
            look(style, Objects.requireNonNull(key.look));
            style.setQuotePrefixed(key.quoted);
        }
        return style;
    }

    private void mark(XSSFCellStyle style, Urgency urgency, boolean provisional) {
        UrgencyMark mark = UrgencyMark.of(urgency);
        style.setFont(font(10, true, mark.text(), false));
        fill(style, mark.fill());
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        BorderStyle line = provisional ? BorderStyle.MEDIUM_DASHED : BorderStyle.THIN;
        int colour = provisional ? INK : HAIRLINE;
        style.setBorderTop(line);
        style.setBorderBottom(line);
        style.setBorderLeft(line);
        style.setBorderRight(line);
        style.setTopBorderColor(colour(colour));
        style.setBottomBorderColor(colour(colour));
        style.setLeftBorderColor(colour(colour));
        style.setRightBorderColor(colour(colour));
    }

    private void look(XSSFCellStyle style, Look look) {
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setFont(font(10, false, INK, false));
        switch (look) {
            case TITLE -> style.setFont(font(16, true, ACCENT, false));
            case NOTE -> {
                style.setFont(font(9, false, GREY, false));
                style.setWrapText(true);
            }
            case NOTE_LINE -> style.setFont(font(9, false, GREY, false));
            case HEADLINE -> {
                style.setFont(font(12, true, INK, false));
                style.setWrapText(true);
            }
            case ALERT -> {
                style.setFont(font(10, true, INK, false));
                style.setWrapText(true);
                fill(style, SHADE);
                style.setBorderLeft(BorderStyle.THICK);
                style.setLeftBorderColor(colour(0xFF4B00));
            }
            case BAND -> {
                style.setFont(font(10, true, ACCENT, false));
                style.setVerticalAlignment(VerticalAlignment.BOTTOM);
                bottom(style, BorderStyle.MEDIUM, ACCENT);
            }
            case HEAD, HEAD_RIGHT -> {
                style.setFont(font(9, true, INK, false));
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.CENTER);
                style.setAlignment(look == Look.HEAD ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
                style.setIndention((short) (look == Look.HEAD ? 0 : 1));
                fill(style, SHADE);
                bottom(style, BorderStyle.THIN, ACCENT);
            }
            case TEXT, STRONG, ASIDE, LINK -> {
                style.setFont(font(10, look == Look.STRONG, look == Look.LINK ? ACCENT : INK, look == Look.LINK));
                style.setWrapText(true);
                style.setAlignment(HorizontalAlignment.LEFT);
                bottom(style, BorderStyle.HAIR, HAIRLINE);
            }
            case NUMBER -> figure(style, false);
            case SCORE -> number(style, "0.0", false);
            case PERCENT -> number(style, "0.0%", false);
            case DAYS -> number(style, days(), false);
            case COUNT -> figure(style, true);
            case DATE -> date(style, day() + weekday());
            case DAY -> date(style, day());
            case DUE -> {
                date(style, day());
                style.setAlignment(HorizontalAlignment.CENTER);
                style.setIndention((short) 0);
            }
            case TIME -> date(style, "m/d hh:mm");
            case MOMENT -> date(style, day() + weekday() + " hh:mm");
            case DAY_HEAD -> {
                date(style, "m/d" + weekday());
                style.setFont(font(10, true, INK, false));
                style.setAlignment(HorizontalAlignment.LEFT);
                fill(style, SHADE);
            }
            case FIGURE -> {
                style.setFont(font(18, true, ACCENT, false));
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            }
            case ENTRY, ENTRY_TENTATIVE -> {
                style.setFont(font(9, false, INK, false));
                style.setWrapText(true);
                style.setAlignment(HorizontalAlignment.LEFT);
                BorderStyle line = look == Look.ENTRY ? BorderStyle.THIN : BorderStyle.DASHED;
                style.setBorderTop(line);
                style.setBorderRight(line);
                bottom(style, line, look == Look.ENTRY ? HAIRLINE : INK);
                style.setTopBorderColor(colour(look == Look.ENTRY ? HAIRLINE : INK));
                style.setRightBorderColor(colour(look == Look.ENTRY ? HAIRLINE : INK));
            }
            case REST_DAY -> {
                style.setFont(font(9, false, GREY, false));
                style.setWrapText(true);
                fill(style, SHADE);
            }
        }
    }

    private void number(XSSFCellStyle style, String format, boolean leads) {
        style.setFont(font(10, leads, leads ? ACCENT : INK, leads));
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setIndention((short) 1);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        bottom(style, BorderStyle.HAIR, HAIRLINE);
    }

    /** A whole number; the room beside it is in its format, since LibreOffice drops the indent of a link that stands beside a link. */
    private void figure(XSSFCellStyle style, boolean leads) {
        number(style, "#,##0_)", leads);
        style.setIndention((short) 0);
    }

    private void date(XSSFCellStyle style, String format) {
        number(style, locale() + format, false);
    }

    /** Told in the workbook's language wherever it is opened: without it {@code aaa} is no weekday outside Japan. */
    private String locale() {
        return language == Language.JA ? "[$-411]" : "[$-409]";
    }

    private static String day() {
        return "yyyy\\-mm\\-dd";
    }

    private String weekday() {
        return language == Language.JA ? "\"（\"aaa\"）\"" : "\\ \\(ddd\\)";
    }

    private String days() {
        return language == Language.JA ? "\"あと\"0\"日\";\"超過\"0\"日\";\"本日\"" : "0\" days\";\"overdue \"0\" d\";\"today\"";
    }

    private static void bottom(XSSFCellStyle style, BorderStyle line, int colour) {
        style.setBorderBottom(line);
        style.setBottomBorderColor(colour(colour));
    }

    private static void fill(XSSFCellStyle style, int colour) {
        style.setFillForegroundColor(colour(colour));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private XSSFFont font(double points, boolean bold, int colour, boolean underlined) {
        return fonts.computeIfAbsent(new FontKey(points, bold, colour, underlined), key -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(FONT);
            font.setCharSet(SHIFT_JIS);
            font.setFontHeight(points);
            font.setBold(bold);
            font.setColor(colour(colour));
            font.setUnderline(underlined ? XSSFFont.U_SINGLE : XSSFFont.U_NONE);
            return font;
        });
    }

    private static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }
}
