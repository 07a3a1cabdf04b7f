package jp.mimamori.policy.diff;

import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;

/** A part of a decision that another policy may decide otherwise, the weightiest first. */
public enum Aspect {
    URGENCY,
    TREATMENT,
    /** 暫定, and the range the urgency may still take. */
    PROVISIONAL,
    /** Calendar days from discovery to the deadline. */
    DUE_DAYS,
    /** Calendar days from discovery by which an interim mitigation must stand. */
    INTERIM_DAYS,
    /** The days of a mitigation for a fix whose window comes late. */
    MITIGATION_DAYS,
    CONTROLS,
    ACTIONS,
    APPROVER,
    /** Days after which an acceptance ends. */
    ACCEPTANCE_DAYS;

    private static final Wording WORDS = Wording.of(Aspect.class);

    /** What people call it. */
    public Message label() {
        return WORDS.message("aspect." + name());
    }
}
