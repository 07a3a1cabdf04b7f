package jp.mimamori.decision;

import java.util.List;
import jp.mimamori.language.Bilingual;

/**
 * What became of an override.
 *
 * @param asked   what was asked
 * @param byRules the urgency the rules alone give
 * @param holds   whether the decision follows it; otherwise the decision is the rules' own
 * @param why     why it does not hold, every reason a sentence; empty where it holds
 */
public record Overridden(UrgencyOverride asked, Urgency byRules, boolean holds, List<Bilingual> why) {

    public Overridden {
        why = List.copyOf(why);
        if (holds != why.isEmpty()) {
            throw new IllegalArgumentException("an override holds exactly where nothing speaks against it");
        }
    }

    /** Whether less urgency is asked than the rules give. */
    public boolean lowers() {
        return asked.urgency().compareTo(byRules) < 0;
    }
}
