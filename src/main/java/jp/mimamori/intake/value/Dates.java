package jp.mimamori.intake.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as hospitals write them: Western, Japanese eras, months, fiscal years, serial numbers. */
final class Dates {

    private static final String ERA = "(?:(?<![A-Za-z])(?<era>(?i:" + Eras.pattern() + "))\\s?\\.?\\s?)?";
    private static final String YEAR = ERA + "(?<y>元|\\d{1,4})";
    private static final String MARK = "\\s?[年./-]\\s?";
    private static final Pattern DAY = Pattern.compile("(?<![\\d./-])" + YEAR + MARK + "(?<m>\\d{1,2})\\s?[月./-]\\s?(?<d>\\d{1,2})(?!\\d)\\s?日?");
    private static final Pattern MONTH = Pattern.compile("(?<![\\d./-])" + YEAR + MARK + "(?<m>\\d{1,2})(?!\\d)\\s?月?\\s?(?<part>末日?|初旬?|上旬|中旬|下旬)?");
    private static final Pattern FISCAL = Pattern.compile("(?<![\\d./-])(?:fy\\s?)?" + YEAR + "\\s?年度\\s?(?<part>末|上期|上半期|前期|下期|下半期|後期|第?[1-4]4半期|中)?|(?i:fy)\\s?(?<fy>\\d{4})");
    private static final Pattern WHOLE_YEAR = Pattern.compile("(?<![\\d./-])" + YEAR + "\\s?年\\s?(?<part>末|中|初頭?|春|夏|秋|上期|上半期|前期|前半|下期|下半期|後期|後半)?(?!度|代|間|冬|目|経過)");
    /** S63 or 平成30 alone. */
    private static final Pattern ERA_YEAR = Pattern.compile("(?<era>(?i:" + Eras.pattern() + "))\\s?\\.?\\s?(?<y>元|\\d{1,2})(?<part>)");
    private static final Pattern COMPACT_ERA = Pattern.compile("(?<era>(?i:" + Eras.pattern() + "))(?<y>\\d{2})(?<m>\\d{2})(?<d>\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(?<a>\\d{1,2})[./-](?<b>\\d{1,2})[./-](?<y>\\d{4})");
    private static final Pattern ENGLISH = Pattern.compile("(?i)(?:(?<d1>\\d{1,2})(?:st|nd|rd|th)?[ -])?(?<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?[ -](?:(?<d2>\\d{1,2})(?:st|nd|rd|th)?,? )?(?<y>\\d{4})");
    private static final Pattern NO_YEAR = Pattern.compile("(?:\\d{1,2}[/-]\\d{1,2}|\\d{1,2}\\s?月\\s?(?:\\d{1,2}\\s?日)?(?:末|上旬|中旬|下旬)?)\\D*");
    private static final Pattern ERALESS = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{1,2}\\D*");
    private static final Pattern TIME = Pattern.compile("(?<=日)\\s?\\d{1,2}時(?:\\d{1,2}分|半)?|[T ]?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern SERIAL_TEXT = Pattern.compile("\\d{5}\\.\\d{1,12}");
    /** ’25.10.31; behind a straight ' stands any text of Excel's, and its year is asked as ever. */
    private static final Pattern SHORT_YEAR = Pattern.compile("^[\u2018\u2019](?=[2-4]\\d\\D)");
    private static final Pattern ROUGH = Pattern.compile("頃|ごろ|ころ|見込み?|以降|以後|[〜~]$|約|前後|circa|approx\\.?");
    private static final Pattern HARMLESS = Pattern.compile(
            "\\(?[月火水木金土日]曜?日?\\)|[月火水木金土日]曜日?|公表|公開|受領|検知|発見|購入|取得|導入|納入|納品|設置|予定|まで|迄|時点|現在|終了|満了|済み?|付け?|完了|実施|eos|eol|サポート|保守|期限|on|by|[\\s()（）:、。,.'\"]", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSURE = Pattern.compile("未定|不明|未確認|確認中|調査中|[?？]");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int NO_SUCH_YEAR = -1;

    private Dates() {
    }

    /** What a text without any digit, or an unreadable one, leaves: null with the note that fits. */
    static Parsed<LocalDate> read(String raw, DateUse use) {
        boolean shortened = false;
        String text = KanjiNumbers.asDigits(Characters.fold(raw));
        if (text.chars().allMatch(Character::isDigit)) {
            return digits(raw, text, use);
        }
        if (UNSURE.matcher(text).find()) {
            return Parsed.of(null, Remark.DATE_UNREADABLE.on(raw));
        }
        if (SERIAL_TEXT.matcher(text).matches()) {
            return digits(raw, text.substring(0, text.indexOf('.')), use); // a serial number that passed through a CSV
        }
        text = TIME.matcher(text).replaceFirst("");
        if (SHORT_YEAR.matcher(text).find()) {
            text = "20" + text.substring(1);
            shortened = true;
        } else if (text.startsWith("'")) {
            text = text.substring(1);
        }
        text = CalendarYears.once(text);
        Matcher day = DAY.matcher(text);
        if (day.find()) {
            Parsed<LocalDate> read = ofDay(raw, day, use);
            return finish(raw, text, day, shortened && read.value() != null ? noted(Remark.DATE_TWO_DIGIT_YEAR, raw, read.value()) : read);
        }
        Matcher compact = COMPACT_ERA.matcher(text);
        if (compact.matches()) {
            return finish(raw, text, compact, ofDay(raw, compact, use));
        }
        Matcher fiscal = FISCAL.matcher(text);
        if (fiscal.find()) {
            return finish(raw, text, fiscal, ofFiscalYear(raw, fiscal, use));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.find()) {
            return finish(raw, text, last, ofYearLast(raw, last));
        }
        Matcher english = ENGLISH.matcher(text);
        if (english.find()) {
            return finish(raw, text, english, ofEnglish(raw, english, use));
        }
        Matcher month = MONTH.matcher(text);
        if (month.find() && (month.group("era") != null || month.group("y").length() == 4)) {
            return finish(raw, text, month, ofMonth(raw, month, use));
        }
        Matcher year = WHOLE_YEAR.matcher(text);
        if (year.find() && (year.group("era") != null || year.group("y").length() == 4)) {
            return finish(raw, text, year, ofYear(raw, year, use));
        }
        Matcher era = ERA_YEAR.matcher(text);
        if (era.matches()) {
            return ofYear(raw, era, use);
        }
        return Parsed.of(null, (NO_YEAR.matcher(text).matches() ? Remark.DATE_WITHOUT_YEAR : Remark.DATE_UNREADABLE).on(raw));
    }

    /** An Excel serial; days of 1900 before its 29 February that never was count from one day later. */
    static Optional<LocalDate> serial(double value, boolean epoch1904) {
        long days = (long) Math.floor(value);
        if (days < 0 || days > 2_958_465) {
            return Optional.empty();
        }
        return Optional.of(epoch1904 ? LocalDate.of(1904, 1, 1).plusDays(days)
                : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days));
    }

    private static Parsed<LocalDate> digits(String raw, String text, DateUse use) {
        try {
            switch (text.length()) {
                case 8 -> {
                    LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
                    return inRange(date) ? Parsed.of(date) : Parsed.of(null, Remark.DATE_IMPOSSIBLE.on(raw));
                }
                case 6 -> {
                    int year = number(text, 0, 4);
                    return year < 1950 || year > 2100 ? Parsed.of(null, Remark.DATE_UNREADABLE.on(raw)) // 251031
                            : noted(Remark.DATE_FROM_MONTH, raw, day(YearMonth.of(year, number(text, 4, 6)), use));
                }
                case 5 -> {
                    LocalDate date = serial(Integer.parseInt(text), false).orElseThrow();
                    return date.getYear() < 1950 ? Parsed.of(null, Remark.DATE_UNREADABLE.on(raw))
                            : noted(Remark.DATE_FROM_DIGITS, raw, date);
                }
                case 4 -> {
                    int year = Integer.parseInt(text);
                    return year < 1950 || year > 2100 ? Parsed.of(null, Remark.DATE_UNREADABLE.on(raw))
                            : noted(Remark.DATE_FROM_YEAR, raw, day(Year.of(year), use));
                }
                default -> {
                    return Parsed.of(null, Remark.DATE_UNREADABLE.on(raw));
                }
            }
        } catch (DateTimeException e) {
            return Parsed.of(null, Remark.DATE_IMPOSSIBLE.on(raw));
        }
    }

    private static Parsed<LocalDate> ofDay(String raw, Matcher m, DateUse use) {
        String era = m.group("era");
        int year = year(m);
        Remark assumed = null;
        if (era == null && m.group("y").length() < 4) {
            // 25/10/31 is read; 7.10.31 and 07/10/31 may be of an era: ask
            boolean western = m.group("y").length() == 2 && year >= 20 && year <= (use == DateUse.SUPPORT_END || use == DateUse.DUE ? 40 : 29)
                    && m.group().indexOf('.') < 0 && m.group().indexOf('年') < 0;
            if (!western) {
                return Parsed.of(null, Remark.DATE_WITHOUT_ERA.on(raw));
            }
            year += 2000;
            assumed = Remark.DATE_TWO_DIGIT_YEAR;
        }
        try {
            LocalDate date = LocalDate.of(year, Integer.parseInt(m.group("m")), Integer.parseInt(m.group("d")));
            if (!inRange(date)) {
                return Parsed.of(null, Remark.DATE_IMPOSSIBLE.on(raw));
            }
            if (era != null && !Eras.holds(era, date)) {
                assumed = Remark.DATE_PAST_ERA;
            }
            return assumed == null ? Parsed.of(date) : noted(assumed, raw, date);
        } catch (DateTimeException e) {
            return Parsed.of(null, Remark.DATE_IMPOSSIBLE.on(raw));
        }
    }

    private static Parsed<LocalDate> ofMonth(String raw, Matcher m, DateUse use) {
        try {
            YearMonth month = YearMonth.of(year(m), Integer.parseInt(m.group("m")));
            String part = m.group("part");
            if (part == null) {
                return ranged(raw, Remark.DATE_FROM_MONTH, day(month, use));
            }
            boolean late = isLate(use);
            LocalDate date = switch (part.charAt(0)) {
                case '末' -> month.atEndOfMonth();
                case '初', '上' -> month.atDay(late ? 10 : 1);
                case '中' -> month.atDay(late ? 20 : 11);
                default -> late ? month.atEndOfMonth() : month.atDay(21);
            };
            return ranged(raw, part.charAt(0) == '末' ? Remark.DATE_FROM_MONTH : Remark.DATE_ROUGH, date);
        } catch (DateTimeException e) {
            return Parsed.of(null, Remark.DATE_IMPOSSIBLE.on(raw));
        }
    }

    private static Parsed<LocalDate> ofFiscalYear(String raw, Matcher m, DateUse use) {
        String written = m.group("fy");
        if (written == null && m.group("era") == null && m.group("y").length() < 4) {
            return Parsed.of(null, Remark.DATE_WITHOUT_ERA.on(raw));
        }
        int year = written != null ? Integer.parseInt(written) : year(m);
        String part = written != null || m.group("part") == null ? "" : m.group("part");
        LocalDate start = LocalDate.of(year, 4, 1);
        LocalDate middle = LocalDate.of(year, 10, 1);
        LocalDate end = LocalDate.of(year + 1, 3, 31);
        LocalDate date = switch (part) {
            case "末" -> end;
            case "上期", "上半期", "前期" -> isLate(use) ? middle.minusDays(1) : start;
            case "下期", "下半期", "後期" -> isLate(use) ? end : middle;
            case "第14半期", "第24半期", "第34半期", "第44半期", "14半期", "24半期", "34半期", "44半期" -> // 四 is a digit by now
                    {
                LocalDate quarter = start.plusMonths(3L * (part.charAt(part.length() - 4) - '1'));
                yield isLate(use) ? quarter.plusMonths(3).minusDays(1) : quarter;
            }
            default -> isLate(use) ? end : start;
        };
        return ranged(raw, Remark.DATE_FROM_FISCAL_YEAR, date);
    }

    private static Parsed<LocalDate> ofYear(String raw, Matcher m, DateUse use) {
        Year year = Year.of(year(m));
        String part = m.group("part") == null ? "" : m.group("part");
        int season = part.isEmpty() ? -1 : "春夏秋".indexOf(part);
        if (season >= 0) {
            YearMonth month = year.atMonth(season * 3 + (isLate(use) ? 5 : 3));
            return ranged(raw, Remark.DATE_ROUGH, day(month, use));
        }
        if (part.startsWith("初") || part.startsWith("上") || part.startsWith("前")) {
            // the half of a calendar year: the earlier reading of an end, as nobody says which year is meant
            return ranged(raw, Remark.DATE_ROUGH, day(year.atMonth(!isLate(use) ? 1 : part.startsWith("初") ? 3 : 6), use));
        }
        if (part.startsWith("下") || part.startsWith("後")) {
            return ranged(raw, Remark.DATE_ROUGH, day(year.atMonth(isLate(use) ? 12 : 7), use));
        }
        LocalDate date = part.startsWith("末") ? year.atMonth(12).atEndOfMonth() : day(year, use);
        return ranged(raw, Remark.DATE_FROM_YEAR, date);
    }

    private static Parsed<LocalDate> ofYearLast(String raw, Matcher m) {
        int a = Integer.parseInt(m.group("a"));
        int b = Integer.parseInt(m.group("b"));
        if (a <= 12 && b <= 12 && a != b) {
            return Parsed.of(null, Remark.DATE_UNREADABLE.on(raw)); // 10/11/2025: day or month first?
        }
        try {
            return Parsed.of(LocalDate.of(Integer.parseInt(m.group("y")), Math.min(a, 12) == a ? a : b, a <= 12 ? b : a));
        } catch (DateTimeException e) {
            return Parsed.of(null, Remark.DATE_IMPOSSIBLE.on(raw));
        }
    }

    private static Parsed<LocalDate> ofEnglish(String raw, Matcher m, DateUse use) {
        int month = MONTHS.indexOf(m.group("mon").toLowerCase(Locale.ROOT)) / 3 + 1;
        String day = m.group("d1") != null ? m.group("d1") : m.group("d2");
        try {
            YearMonth of = YearMonth.of(Integer.parseInt(m.group("y")), month);
            return day == null ? ranged(raw, Remark.DATE_FROM_MONTH, day(of, use)) : Parsed.of(of.atDay(Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Parsed.of(null, Remark.DATE_IMPOSSIBLE.on(raw));
        }
    }

    // what stands beside the date: nothing, harmless words, words to mention, or another number, which makes it a question
    private static Parsed<LocalDate> finish(String raw, String text, Matcher m, Parsed<LocalDate> parsed) {
        LocalDate date = parsed.value();
        if (date == null || m.start() == 0 && m.end() == text.length()) {
            return parsed;
        }
        String rest = text.substring(0, m.start()) + " " + text.substring(m.end());
        boolean rough = ROUGH.matcher(rest).find();
        rest = HARMLESS.matcher(ROUGH.matcher(rest).replaceAll("")).replaceAll("");
        if (rest.chars().anyMatch(Character::isDigit)) {
            return Parsed.of(null, ERALESS.matcher(text).matches() ? Remark.DATE_WITHOUT_ERA.on(raw) : Remark.DATE_UNREADABLE.on(raw));
        }
        if (rough) {
            return noted(Remark.DATE_ROUGH, raw, date);
        }
        return rest.isBlank() || !parsed.notes().isEmpty() ? parsed
                : Parsed.of(date, Remark.DATE_WITH_REMAINDER.on(raw, date, rest));
    }

    private static LocalDate day(YearMonth month, DateUse use) {
        return isLate(use) ? month.atEndOfMonth() : month.atDay(1);
    }

    private static LocalDate day(Year year, DateUse use) {
        return isLate(use) ? year.atMonth(12).atEndOfMonth() : year.atDay(1);
    }

    private static boolean isLate(DateUse use) {
        return use == DateUse.SUPPORT_END || use == DateUse.DUE;
    }

    private static int year(Matcher m) {
        String era = m.group("era");
        String written = m.group("y");
        int year = written.equals("元") ? (era == null ? NO_SUCH_YEAR : 1) : Integer.parseInt(written);
        return era == null ? year : Eras.westernYear(era, year);
    }

    private static Parsed<LocalDate> ranged(String raw, Remark assumed, LocalDate date) {
        return inRange(date) ? noted(assumed, raw, date) : Parsed.of(null, Remark.DATE_IMPOSSIBLE.on(raw));
    }

    private static Parsed<LocalDate> noted(Remark assumed, String raw, LocalDate date) {
        return Parsed.of(date, assumed.on(raw, date));
    }

    private static boolean inRange(LocalDate date) {
        return date.getYear() >= 1912 && date.getYear() <= 2199;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }

    /** Whether a text can be a date at all, or only a word such as 未定. */
    static boolean hasDigits(String text) {
        return text.chars().anyMatch(c -> Character.isDigit(c) || "元一二三四五六七八九".indexOf(c) >= 0);
    }
}
