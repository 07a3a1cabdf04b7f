package jp.mimamori.intake.value;

import java.util.Arrays;
import java.util.List;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Severity;

/** Everything there is to say about a cell, with its stable code; the sentence stands in the messages under that code. */
enum Remark {
    ERROR_CELL("VALUE-001", Severity.WARNING),
    NOT_UNDERSTOOD("VALUE-002", Severity.WARNING),
    SETTLES_NOTHING("VALUE-003", Severity.INFO),
    PARTLY("VALUE-004", Severity.WARNING),
    AMBIGUOUS_WORDS("VALUE-005", Severity.WARNING),
    NOT_CLOSED("VALUE-006", Severity.WARNING),
    DOUBTFUL("VALUE-007", Severity.WARNING),
    WORSE_COUNTS("VALUE-008", Severity.WARNING),
    DATE_UNREADABLE("VALUE-010", Severity.WARNING),
    DATE_WITHOUT_ERA("VALUE-011", Severity.WARNING),
    DATE_WITHOUT_YEAR("VALUE-012", Severity.WARNING),
    DATE_IMPOSSIBLE("VALUE-013", Severity.WARNING),
    DATE_UNDECIDED("VALUE-014", Severity.INFO),
    DATE_FROM_MONTH("VALUE-015", Severity.INFO),
    DATE_FROM_YEAR("VALUE-016", Severity.INFO),
    DATE_FROM_FISCAL_YEAR("VALUE-017", Severity.INFO),
    DATE_ROUGH("VALUE-018", Severity.INFO),
    DATE_WITH_REMAINDER("VALUE-019", Severity.INFO),
    DATE_TWO_DIGIT_YEAR("VALUE-020", Severity.INFO),
    DATE_PAST_ERA("VALUE-021", Severity.INFO),
    DATE_FROM_DIGITS("VALUE-022", Severity.INFO),
    SUPPORT_ENDED("VALUE-023", Severity.INFO),
    TIME_UNREADABLE("VALUE-025", Severity.WARNING),
    TIME_NEXT_DAY("VALUE-026", Severity.INFO),
    CVSS_OUT_OF_RANGE("VALUE-030", Severity.WARNING),
    CVSS_WORDS_ONLY("VALUE-031", Severity.WARNING),
    CVSS_BAD_VECTOR("VALUE-032", Severity.WARNING),
    CVSS_DISAGREES("VALUE-033", Severity.WARNING),
    CVSS_UNREADABLE("VALUE-034", Severity.WARNING),
    CVSS_DECIMAL_COMMA("VALUE-035", Severity.INFO),
    CVSS_PROVISIONAL("VALUE-036", Severity.WARNING),
    CVSS_TOO_FINE("VALUE-037", Severity.WARNING),
    ID_PLACEHOLDER("VALUE-040", Severity.WARNING),
    ID_UNREADABLE("VALUE-041", Severity.WARNING),
    ID_DIGITS_LOST("VALUE-042", Severity.WARNING),
    ID_OTHERS_UNNAMED("VALUE-043", Severity.WARNING),
    ID_COMPLETED("VALUE-044", Severity.INFO),
    ACCEPTED_WITHOUT_RECORD("VALUE-050", Severity.INFO),
    NUMBER_UNREADABLE("VALUE-060", Severity.WARNING),
    QUANTITY_ASSUMED("VALUE-061", Severity.INFO),
    PERCENT_OUT_OF_RANGE("VALUE-062", Severity.WARNING),
    EPSS_READ_AS_PERCENT("VALUE-063", Severity.INFO),
    ADDRESS_UNREADABLE("VALUE-064", Severity.WARNING);

    private static final int SHOWN = 150;
    private static final Wording WORDING = Wording.of(Remark.class);

    private final String code;
    private final Severity severity;

    Remark(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** Every code with a text, for the test that keeps texts and codes in step. */
    static List<String> codes() {
        return Arrays.stream(values()).map(r -> r.code).toList();
    }

    Note on(Object... args) {
        return new Note(code, severity, WORDING.message(code, Arrays.stream(args).map(Remark::clipped).toArray()));
    }

    private static Object clipped(Object arg) {
        return arg instanceof String text && text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : arg;
    }
}
