package jp.mimamori.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;

/**
 * When an override holds. An approver raises freely; lowering takes a reason, an approval and an expiry, within limits that the
 * policy sets (sheet 緊急度の変更). What is not written down counts against lowering, never against raising.
 *
 * @param steps   by how many steps an urgency may be lowered, 0–3; 0 is never
 * @param days    from approval to the last day on which a lowered urgency may hold, from 1
 * @param grave   the harm to patients from which on, or where it is unknown, nothing is lowered below {@code floor}
 * @param signers who may approve of lowering
 */
public record OverrideTerms(int steps, int days, Safety grave, Urgency floor, Set<Approver> signers) {

    private static final Wording WORDS = Wording.of(OverrideTerms.class);

    public OverrideTerms {
        if (steps < 0 || steps >= Urgency.values().length || days < 1 || !grave.isKnown() || signers.isEmpty()) {
            throw new IllegalArgumentException("no terms of an override: %d steps, %d days, %s, %s".formatted(steps, days, grave, signers));
        }
        signers = Collections.unmodifiableSet(EnumSet.copyOf(signers));
    }

    /**
     * Whether {@code asked} holds on a day.
     *
     * @param byRules the urgency the rules alone give
     * @param safety  an unknown one counts as grave
     */
    public Overridden judge(UrgencyOverride asked, Urgency byRules, Safety safety, LocalDate asOf) {
        List<Bilingual> why = new ArrayList<>();
        int down = byRules.ordinal() - asked.urgency().ordinal();
        if (down == 0) {
            why.add(say("override.same"));
        }
        if (down > 0) {
            lowering(asked, down, safety, asOf, why);
        }
        LocalDate expires = asked.expires();
        if (expires != null && expires.isBefore(asOf)) { // on the day itself it still holds
            why.add(say("override.passed", expires));
        }
        return new Overridden(asked, byRules, why.isEmpty(), why);
    }

    private void lowering(UrgencyOverride asked, int down, Safety safety, LocalDate asOf, List<Bilingual> why) {
        if (down > steps) {
            why.add(steps == 0 ? say("override.never") : say("override.steps", steps));
        }
        if (asked.urgency().compareTo(floor) < 0 && (!safety.isKnown() || safety.compareTo(grave) >= 0)) {
            why.add(say("override.floor", grave, floor));
        }
        if (asked.by() == null) {
            why.add(say("override.noName"));
        }
        if (asked.reason() == null) {
            why.add(say("override.noReason"));
        }
        if (asked.approval() == null || !signers.contains(asked.approval())) {
            why.add(say("override.noApproval", new Bilingual(names(Language.JA), names(Language.EN))));
        }
        LocalDate approved = asked.approved();
        LocalDate expires = asked.expires();
        if (approved == null) {
            why.add(say("override.noApproved"));
        } else if (approved.isAfter(asOf)) {
            why.add(say("override.future", approved, asOf));
        }
        if (expires == null) {
            why.add(say("override.noExpiry"));
        } else if (approved != null && expires.isAfter(approved.plusDays(days))) {
            why.add(say("override.long", expires, days, approved.plusDays(days)));
        }
    }

    private String names(Language language) {
        return signers.stream().map(signer -> Wording.label(language, signer)).collect(Collectors.joining(WORDS.text(language, "override.or")));
    }

    private static Bilingual say(String key, Object... args) {
        return WORDS.both(key, args);
    }
}
