package jp.mimamori.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/**
 * When an override holds: an approver raises freely; lowering takes one step at most, a reason, the committee's approval and an expiry of at
 * most 90 days after it, and never goes below SCHEDULED where a patient may come to critical harm (the default policy, section
 * 4). What is not written down counts against the override.
 */
public final class OverrideTerms {

    /** Days from approval to the last day on which a lowered urgency may hold. */
    public static final int LONGEST = 90;

    private static final Wording WORDS = Wording.of(OverrideTerms.class);

    private OverrideTerms() {
    }

    /**
     * Whether {@code asked} holds on a day.
     *
     * @param byRules the urgency the rules alone give
     * @param safety  an unknown one counts as CRITICAL
     */
    public static Overridden judge(UrgencyOverride asked, Urgency byRules, Safety safety, LocalDate asOf) {
        List<Bilingual> why = new ArrayList<>();
        int steps = byRules.ordinal() - asked.urgency().ordinal();
        if (steps == 0) {
            why.add(say("override.same"));
        }
        if (asked.by() == null) {
            why.add(say("override.noName"));
        }
        if (steps > 0) {
            lowering(asked, steps, safety, why);
        }
        LocalDate approved = asked.approved();
        if (approved != null && approved.isAfter(asOf)) {
            why.add(say("override.future", approved, asOf));
        }
        LocalDate expires = asked.expires();
        if (expires != null && expires.isBefore(asOf)) { // on the day itself it still holds
            why.add(say("override.passed", expires));
        }
        return new Overridden(asked, byRules, why.isEmpty(), why);
    }

    private static void lowering(UrgencyOverride asked, int steps, Safety safety, List<Bilingual> why) {
        if (steps > 1) {
            why.add(say("override.steps"));
        }
        if (asked.urgency().compareTo(Urgency.SCHEDULED) < 0 && (!safety.isKnown() || safety.compareTo(Safety.CRITICAL) >= 0)) {
            why.add(say("override.floor", Safety.CRITICAL, Urgency.SCHEDULED));
        }
        if (asked.reason() == null) {
            why.add(say("override.noReason"));
        }
        if (!isCommittee(asked.approval())) {
            why.add(say("override.noCommittee"));
        }
        LocalDate approved = asked.approved();
        LocalDate expires = asked.expires();
        if (approved == null) {
            why.add(say("override.noApproved"));
        }
        if (expires == null) {
            why.add(say("override.noExpiry"));
        } else if (approved != null && expires.isAfter(approved.plusDays(LONGEST))) {
            why.add(say("override.long", expires, LONGEST, approved.plusDays(LONGEST)));
        }
    }

    /** Whom the committee has to ratify first has not signed for it. */
    private static boolean isCommittee(@Nullable Approver approval) {
        return approval == Approver.COMMITTEE || approval == Approver.COMMITTEE_DIRECTOR;
    }

    private static Bilingual say(String key, Object... args) {
        return WORDS.both(key, args);
    }
}
