package jp.mimamori.decision.table;

import jp.mimamori.decision.Acceptability;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.HumanImpact;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/** What a table row answers. */
public enum Outcome {
    REACH("reach", Exposure.class, Kind.WORD),
    IMPACT("impact", HumanImpact.class, Kind.WORD),
    URGENCY("urgency", Urgency.class, Kind.WORD),
    ACCEPTABILITY("acceptability", Acceptability.class, Kind.WORD),
    TREATMENT("treatment", Treatment.class, Kind.WORD),
    /** Calendar days from discovery; none for what has no deadline. */
    DUE_DAYS("dueDays", null, Kind.DAYS_OR_NONE),
    /** Calendar days from discovery by which an interim mitigation must stand. */
    INTERIM_DAYS("interimDays", null, Kind.DAYS_OR_NONE),
    /** A control, or alternatives of which one is enough. */
    CONTROLS("controls", null, Kind.CONTROLS),
    /** Place in the list of controls; small numbers come first. */
    ORDER("order", null, Kind.NUMBER),
    APPROVER("approver", Approver.class, Kind.WORD),
    /** Days after which an acceptance ends. */
    ACCEPTANCE_DAYS("acceptanceDays", null, Kind.DAYS_OR_NONE);

    /** What may stand in its cells. */
    public enum Kind {
        /** One word of {@link #type()}. */
        WORD,
        /** A whole number of 1–3660, or － for none. */
        DAYS_OR_NONE,
        /** A whole number of 0–999. */
        NUMBER,
        /** Codes of the control catalogue. */
        CONTROLS
    }

    private static final Wording WORDS = Wording.of(Outcome.class);

    private final String property;
    private final @Nullable Class<? extends Enum<?>> type;
    private final Kind kind;

    Outcome(String property, @Nullable Class<? extends Enum<?>> type, Kind kind) {
        this.property = property;
        this.type = type;
        this.kind = kind;
    }

    /** Its name in the rule templates. */
    public String property() {
        return property;
    }

    /** The closed list its words come from; null unless it is a word. */
    public @Nullable Class<? extends Enum<?>> type() {
        return type;
    }

    public Kind kind() {
        return kind;
    }

    /** What people call it. */
    public Message label() {
        return WORDS.message("outcome." + property);
    }
}
