package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.decision.Claim;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;

/**
 * What speaks for an urgency, ready to be told.
 *
 * @param claims  every claim, the most urgent first
 * @param capped  the same where missing answers may not claim more than the policy's cap
 * @param reasons their reasons, and where the reach and the human impact behind them come from
 */
record Why(List<Claim> claims, List<Claim> capped, List<Reason> reasons) {

    private static final Comparator<Answer.Fired> MOST_URGENT_FIRST = Comparator
            .comparing((Answer.Fired claim) -> (Urgency) claim.outcome(), Urgency.mostUrgentFirst())
            .thenComparing(Answer.Fired::rule);

    Why {
        claims = List.copyOf(claims);
        capped = List.copyOf(capped);
        reasons = List.copyOf(reasons);
    }

    static Why of(Answer<Urgency> threat, Answer<Urgency> further, Answer<Urgency> uplift, Urgency cap, List<Reason> origins) {
        List<Answer.Fired> fired = new ArrayList<>(threat.fired());
        fired.addAll(further.fired());
        if (!uplift.fired().isEmpty()) {
            fired.addAll(uplift.fired());
        }
        fired.sort(MOST_URGENT_FIRST);
        List<Claim> claims = new ArrayList<>(fired.size());
        List<Claim> capped = new ArrayList<>(fired.size());
        List<Reason> reasons = new ArrayList<>(fired.size() + origins.size());
        for (Answer.Fired claim : fired) {
            Urgency urgency = (Urgency) claim.outcome();
            claims.add(new Claim(claim.rule(), urgency));
            capped.add(urgency.compareTo(cap) <= 0 ? claims.get(claims.size() - 1) : new Claim(claim.rule(), cap));
            reasons.add(claim.reason());
        }
        reasons.addAll(origins);
        return new Why(claims, threat.value().max(further.value()).max(uplift.value()).compareTo(cap) <= 0 ? claims : capped, reasons);
    }
}
