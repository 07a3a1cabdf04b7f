package jp.mimamori.decision.table;

import jp.mimamori.decision.OverrideTerms;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;

/** One limit on overrides: one row of the sheet 緊急度の変更, one component of {@link OverrideTerms}. */
public enum OverrideTerm {
    STEPS("steps"),
    DAYS("days"),
    GRAVE("grave"),
    FLOOR("floor"),
    SIGNERS("signers");

    private static final Wording WORDS = Wording.of(OverrideTerm.class);

    private final String key;

    OverrideTerm(String key) {
        this.key = key;
    }

    /** What people call it. */
    public Message label() {
        return WORDS.message("override." + key);
    }

    /** What it is: a number, an enumeration's value, or a set of such values. */
    public Object of(OverrideTerms terms) {
        return switch (this) {
            case STEPS -> terms.steps();
            case DAYS -> terms.days();
            case GRAVE -> terms.grave();
            case FLOOR -> terms.floor();
            case SIGNERS -> terms.signers();
        };
    }

    /** Whether {@code to} lets more be lowered than {@code from} (below 0), or less (above 0). */
    public int compare(OverrideTerms from, OverrideTerms to) {
        return switch (this) {
            case STEPS -> from.steps() - to.steps();
            case DAYS -> from.days() - to.days();
            case GRAVE -> from.grave().compareTo(to.grave());
            case FLOOR -> to.floor().compareTo(from.floor());
            case SIGNERS -> to.signers().equals(from.signers()) ? 0 : to.signers().containsAll(from.signers()) ? -1
                    : from.signers().containsAll(to.signers()) ? 1 : 0;
        };
    }
}
