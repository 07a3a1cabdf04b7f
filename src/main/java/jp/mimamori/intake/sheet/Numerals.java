package jp.mimamori.intake.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Numbers and dates as a workbook's XML writes them. */
final class Numerals {

    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

    private Numerals() {
    }

    /** The number the characters write; NaN where they write none. */
    static double number(char[] chars, int from, int length) {
        int end = from + length;
        int i = from;
        boolean negative = i < end && chars[i] == '-';
        i += negative ? 1 : 0;
        long digits = 0;
        int count = 0;
        int fraction = -1;
        for (; i < end && count < 16; i++) {
            char c = chars[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + c - '0';
                count++;
                fraction += fraction >= 0 ? 1 : 0;
            } else if (c == '.' && fraction < 0) {
                fraction = 0;
            } else {
                break;
            }
        }
        // up to 15 digits a long and a power of ten are exact, and so is their quotient rounded once
        if (i == end && count > 0 && count <= 15) {
            double value = fraction > 0 ? digits / TENS[fraction] : digits;
            return negative ? -value : value;
        }
        return slowly(new String(chars, from, length));
    }

    private static double slowly(String text) {
        String number = text.strip();
        for (int i = 0; i < number.length(); i++) {
            if ("0123456789+-.eE".indexOf(number.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(number);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A date, time or both in ISO 8601 as the serial number Excel would have given it; NaN where it is none. */
    static double serial(String text, boolean from1904) {
        try {
            String iso = text.strip();
            iso = iso.endsWith("Z") ? iso.substring(0, iso.length() - 1) : iso;
            int t = iso.indexOf('T');
            LocalDate epoch = from1904 ? FROM_1904 : FROM_1900;
            if (t < 0 && iso.indexOf(':') > 0) {
                return LocalTime.parse(iso).toNanoOfDay() / 86_400e9;
            }
            if (t == 0) {
                return LocalTime.parse(iso.substring(1)).toNanoOfDay() / 86_400e9;
            }
            LocalDateTime at = t < 0 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso);
            return ChronoUnit.DAYS.between(epoch, at.toLocalDate()) + at.toLocalTime().toNanoOfDay() / 86_400e9;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    /** A whole number from 0; -1 where the characters write none or one beyond a billion. */
    static int whole(char[] chars, int from, int length) {
        if (length == 0 || length > 9) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
