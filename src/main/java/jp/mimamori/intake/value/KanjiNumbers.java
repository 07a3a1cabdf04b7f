package jp.mimamori.intake.value;

import java.util.regex.Pattern;

/** Numbers up to 99, and years, in Chinese characters. */
final class KanjiNumbers {

    private static final Pattern NUMBER = Pattern.compile("[〇一二三四五六七八九十]+");

    private KanjiNumbers() {
    }

    /** 令和七年十月三十一日 as 令和7年10月31日. */
    static String asDigits(String text) {
        if (!NUMBER.matcher(text).find()) {
            return text;
        }
        return NUMBER.matcher(text).replaceAll(m -> number(m.group()));
    }

    private static String number(String kanji) {
        int ten = kanji.indexOf('十');
        if (ten < 0) {
            StringBuilder digits = new StringBuilder();
            kanji.chars().forEach(c -> digits.append("〇一二三四五六七八九".indexOf(c)));
            return digits.toString();
        }
        int tens = ten == 0 ? 1 : "〇一二三四五六七八九".indexOf(kanji.charAt(ten - 1));
        int ones = ten == kanji.length() - 1 ? 0 : "〇一二三四五六七八九".indexOf(kanji.charAt(ten + 1));
        return String.valueOf(tens * 10 + ones);
    }
}
