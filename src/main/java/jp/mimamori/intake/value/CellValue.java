package jp.mimamori.intake.value;

/** What a cell holds, raw: never the display text of a locale. */
public sealed interface CellValue {

    CellValue BLANK = new Blank();

    /** Nothing, or nothing but white space. */
    record Blank() implements CellValue {
    }

    /** A text as it stands in the file. */
    record Text(String text) implements CellValue {
    }

    /**
     * A number.
     *
     * @param date      whether its format shows it as a date or time
     * @param percent   whether its format shows it as a percentage
     * @param epoch1904 whether the workbook counts dates from 1904
     */
    record Number(double value, boolean date, boolean percent, boolean epoch1904) implements CellValue {
    }

    record Bool(boolean value) implements CellValue {
    }

    /** An error such as {@code #REF!}. */
    record Error(String text) implements CellValue {
    }

    /** The content as a person reads it: whole numbers without a decimal point, otherwise untouched. Empty for blank. */
    default String text() {
        if (this instanceof Text t) {
            return t.text();
        }
        if (this instanceof Number n) {
            return n.value() == Math.rint(n.value()) && Math.abs(n.value()) < 1e15
                    ? Long.toString((long) n.value()) : Double.toString(n.value());
        }
        if (this instanceof Bool b) {
            return b.value() ? "TRUE" : "FALSE";
        }
        return this instanceof Error e ? e.text() : "";
    }

    /** Like {@link #text()}, but a date as 2029-01-09, a time of day as 08:30 and a percentage as 85%. */
    default String shown() {
        if (!(this instanceof Number n) || !n.date() && !n.percent()) {
            return text();
        }
        if (!n.date()) {
            return new Number(Math.rint(n.value() * 1000) / 10, false, false, false).text() + "%";
        }
        long minutes = Math.round((n.value() - Math.floor(n.value())) * 1440) % 1440;
        String time = String.format(java.util.Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
        if (n.value() >= 0 && n.value() < 1) {
            return time;
        }
        return Dates.serial(n.value(), n.epoch1904()).map(day -> day + (minutes == 0 ? "" : " " + time)).orElseGet(this::text);
    }

    default boolean isBlank() {
        return this instanceof Text t ? isBlank(t.text()) : this instanceof Blank;
    }

    /** Nearly every text begins with a character that shows: one look at it spares the rest. */
    private static boolean isBlank(String text) {
        return text.isEmpty() || Character.isWhitespace(text.charAt(0)) && text.isBlank();
    }
}
