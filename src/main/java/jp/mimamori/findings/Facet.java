package jp.mimamori.findings;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Urgency;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.Exploitation;
import org.jspecify.annotations.Nullable;

/** What the list can be narrowed by: each row has one value of each. */
public enum Facet {
    /** What somebody should look at today: urgent, overdue, due within a week, or urgent enough and with no due date at all. */
    TODAY(Answer.class, (line, today) -> Answer.of(isForToday(line.row(), today))),
    OVERDUE(Answer.class, (line, today) -> Answer.of(DueIn.of(line.row(), today) == DueIn.OVERDUE)),
    PROVISIONAL(Answer.class, (line, today) -> Answer.of(is(line, FindingRow.Outcome::provisional))),
    /** 積み残し: overdue when it was first imported. */
    BACKLOG(Answer.class, (line, today) -> Answer.of(is(line, FindingRow.Outcome::overdue))),
    PROGRESS(Progress.class, (line, today) -> line.row().outcome() == null ? Progress.SETTLED : Progress.OPEN),
    URGENCY(Urgency.class, (line, today) -> decided(line, FindingRow.Outcome::urgency)),
    TREATMENT(Treatment.class, (line, today) -> decided(line, FindingRow.Outcome::treatment)),
    DUE(DueIn.class, (line, today) -> DueIn.of(line.row(), today)),
    STATUS(FindingStatus.class, (line, today) -> line.row().status()),
    FACILITY(null, (line, today) -> line.row().device().facility()),
    DEPARTMENT(null, (line, today) -> line.row().device().department()),
    CATEGORY(null, (line, today) -> line.row().device().category()),
    MANUFACTURER(null, (line, today) -> line.row().device().manufacturer()),
    EXPLOITATION(Exploitation.class, (line, today) -> line.row().exploitation()),
    SUPPORT(Support.class, (line, today) -> line.row().device().support()),
    EXPOSURE(Exposure.class, (line, today) -> line.row().device().exposure()),
    SAFETY(Safety.class, (line, today) -> line.row().device().safety()),
    ASSET(Asset.class, (line, today) -> line.row().device().asset()),
    APPROVER(Approver.class, (line, today) -> decided(line, FindingRow.Outcome::approver)),
    OWNER(null, (line, today) -> line.row().owner()),
    ACCEPTANCE(AcceptanceState.class, (line, today) -> AcceptanceState.of(line.acceptedUntil(), today));

    private static final int WEEK = 7;

    private final @Nullable Class<? extends Enum<?>> words;
    private final Reading reading;

    Facet(@Nullable Class<? extends Enum<?>> words, Reading reading) {
        this.words = words;
        this.reading = reading;
    }

    /** What stands in a row on a day: a word of {@link #words}, a text, or null. */
    private interface Reading {
        @Nullable Object of(FindingLine line, LocalDate today);
    }

    /** Its name in addresses and in the API: {@code urgency}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> named(String key) {
        return Stream.of(values()).filter(facet -> facet.key().equals(key)).findFirst();
    }

    /** The word that {@code value} is; empty where the facet has free texts, or no such word. */
    public Optional<Enum<?>> word(String value) {
        if (words == null) {
            return Optional.empty();
        }
        return Stream.<Enum<?>>of(words.getEnumConstants()).filter(word -> word.name().equals(value)).findFirst();
    }

    /** Whether its values are words of ours, not texts of the hospital's. */
    public boolean hasWords() {
        return words != null;
    }

    /** Whether it asks for yes or no. */
    public boolean isQuestion() {
        return words == Answer.class;
    }

    /** Whether its values change overnight. */
    boolean dependsOnDay() {
        return this == TODAY || this == OVERDUE || this == DUE || this == ACCEPTANCE;
    }

    /** What stands in the row: a word's name or a text; empty where there is nothing. */
    public String value(FindingLine line, LocalDate today) {
        Object value = reading.of(line, today);
        return value == null ? "" : value instanceof Enum<?> word ? word.name() : value.toString();
    }

    private static @Nullable Object decided(FindingLine line, Function<FindingRow.Outcome, Object> what) {
        FindingRow.Outcome outcome = line.row().outcome();
        return outcome == null ? null : what.apply(outcome);
    }

    private static boolean is(FindingLine line, Predicate<FindingRow.Outcome> what) {
        FindingRow.Outcome outcome = line.row().outcome();
        return outcome != null && what.test(outcome);
    }

    private static boolean isForToday(FindingRow row, LocalDate today) {
        FindingRow.Outcome outcome = row.outcome();
        if (outcome == null) {
            return false;
        }
        boolean near = outcome.due() != null ? !outcome.due().isAfter(today.plusDays(WEEK))
                : outcome.urgency().compareTo(Urgency.OUT_OF_CYCLE) >= 0;
        return outcome.urgency() == Urgency.IMMEDIATE || near;
    }
}
