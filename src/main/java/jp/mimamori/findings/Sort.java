package jp.mimamori.findings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.intake.NumberKey;
import jp.mimamori.inventory.Safety;
import org.jspecify.annotations.Nullable;

/** What the list can be sorted by. What is not known comes last in either direction, save where {@link #URGENCY} says otherwise. */
public enum Sort {
    /** The order people work in: urgency, then the due date (an unknown one first: it may be long past), then patient safety. */
    URGENCY(row -> 0),
    TREATMENT(row -> row.outcome() == null ? null : row.outcome().treatment().ordinal()),
    DUE(row -> row.outcome() == null || row.outcome().due() == null ? null : row.outcome().due()),
    FINDING(row -> NumberKey.of(row.id())),
    VULNERABILITY(row -> text(row.vulnerability())),
    CVSS(FindingRow::cvss),
    DEVICE(row -> text(row.device().name())),
    NUMBER(row -> text(row.device().id())),
    DEPARTMENT(row -> text(row.device().department())),
    LOCATION(row -> text(row.device().location())),
    FACILITY(row -> text(row.device().facility())),
    CATEGORY(row -> row.device().category()),
    MANUFACTURER(row -> text(row.device().manufacturer())),
    MODEL(row -> text(row.device().model())),
    SAFETY(row -> row.device().safety() == Safety.UNKNOWN ? null : row.device().safety()),
    EXPLOITATION(row -> word(row.exploitation())),
    SUPPORT(row -> word(row.device().support())),
    EXPOSURE(row -> word(row.device().exposure())),
    STATUS(row -> word(row.status())),
    OWNER(row -> text(row.owner())),
    APPROVER(row -> row.outcome() == null ? null : row.outcome().approver().ordinal()),
    DISCOVERED(FindingRow::discovered);

    private final Function<FindingRow, @Nullable Comparable<?>> key;

    Sort(Function<FindingRow, @Nullable Comparable<?>> key) {
        this.key = key;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sort> named(String key) {
        return Stream.of(values()).filter(sort -> sort.key().equals(key)).findFirst();
    }

    /** What rows are compared by; null where it is not known. */
    @Nullable Comparable<?> of(FindingRow row) {
        return key.apply(row);
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : NumberKey.of(text);
    }

    private static @Nullable Integer word(Enum<?> value) {
        return value.name().equals("UNKNOWN") ? null : value.ordinal();
    }
}
