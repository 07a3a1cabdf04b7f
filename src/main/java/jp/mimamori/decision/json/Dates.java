package jp.mimamori.decision.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;

/** Reads a date of the form 2026-09-10 from the characters of a token; every other one is left to {@link LocalDate}. */
final class Dates {

    private static final String FORM = "0000-00-00";

    private Dates() {
    }

    /** @throws DateTimeParseException where the current token, a string, is no date */
    static LocalDate parse(JsonParser json) {
        char[] text = json.getStringCharacters();
        int from = json.getStringOffset();
        if (json.getStringLength() != FORM.length() || !isPlain(text, from)) {
            return LocalDate.parse(json.getString());
        }
        try {
            return LocalDate.of(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2));
        } catch (DateTimeException e) {
            throw new DateTimeParseException(String.valueOf(e.getMessage()), json.getString(), 0, e);
        }
    }

    private static boolean isPlain(char[] text, int from) {
        for (int i = 0; i < FORM.length(); i++) {
            char c = text[from + i];
            if (FORM.charAt(i) == '-' ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(char[] text, int from, int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            number = number * 10 + text[from + i] - '0';
        }
        return number;
    }
}
