package jp.mimamori.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Overridden;
import jp.mimamori.decision.OverrideTerms;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.UrgencyOverride;
import jp.mimamori.language.Bilingual;
import jp.mimamori.ledger.AskedUrgency;
import jp.mimamori.ledger.Signatory;
import jp.mimamori.ledger.UrgencyChange;

/**
 * An approver's wish for another urgency, held against every decision of its finding before it is kept. The policy's own terms judge it;
 * here only the field is found at which each sentence is told: the one that, filled in well, makes the sentence go away.
 */
public final class Wish {

    /** What the sentences that no other field mends are told at. */
    public static final String URGENCY = "urgency";

    private final OverrideTerms terms;
    private final LocalDate asOf;

    /** @param asOf the day the decisions hold for */
    public Wish(OverrideTerms terms, LocalDate asOf) {
        this.terms = terms;
        this.asOf = asOf;
    }

    /** The urgency that the rules alone give, without any wish. */
    public static Urgency byRules(FindingDecision decision) {
        Overridden override = decision.decision().override();
        return override == null ? decision.decision().urgency() : override.byRules();
    }

    /** Whether anything would become less urgent than the rules say: that is for those who may sign. */
    public static boolean lowers(UrgencyOverride asked, List<FindingDecision> decisions) {
        return decisions.stream().anyMatch(decision -> asked.urgency().compareTo(byRules(decision)) < 0);
    }

    /** Why it does not hold, every sentence at its field; empty where it holds. */
    public Map<String, List<Bilingual>> refused(UrgencyOverride asked, List<FindingDecision> decisions) {
        Set<Bilingual> left = new LinkedHashSet<>(sentences(asked, decisions));
        Map<String, List<Bilingual>> byField = new LinkedHashMap<>();
        mends(asked).forEach((field, mend) -> {
            Collection<Bilingual> still = sentences(mend.apply(asked), decisions);
            List<Bilingual> mended = left.stream().filter(sentence -> !still.contains(sentence)).toList();
            if (!mended.isEmpty()) {
                byField.put(field, mended);
                mended.forEach(left::remove);
            }
        });
        if (!left.isEmpty()) {
            byField.put(URGENCY, new ArrayList<>(left));
        }
        return byField;
    }

    private List<Bilingual> sentences(UrgencyOverride asked, List<FindingDecision> decisions) {
        Urgency highest = decisions.stream().map(Wish::byRules).reduce(Urgency.DEFER, Urgency::max);
        Set<Bilingual> why = new LinkedHashSet<>();
        boolean changes = false;
        for (FindingDecision decision : decisions) {
            Urgency rules = byRules(decision);
            boolean milder = asked.urgency().compareTo(highest) < 0 && rules.compareTo(asked.urgency()) <= 0; // stays as it is
            if (milder || rules == asked.urgency() && highest != asked.urgency()) {
                continue;
            }
            Overridden judged = terms.judge(asked, rules, decision.facts().safety(), asOf);
            changes |= judged.holds();
            if (!judged.holds() && rules != asked.urgency()) {
                why.addAll(judged.why());
            }
        }
        if (!changes && why.isEmpty() && !decisions.isEmpty()) {
            FindingDecision first = decisions.get(0);
            why.addAll(terms.judge(asked, byRules(first), first.facts().safety(), asOf).why());
        }
        return List.copyOf(why);
    }

    private Map<String, UnaryOperator<UrgencyOverride>> mends(UrgencyOverride asked) {
        LocalDate last = asked.approved() == null || asked.approved().isBefore(asOf.minusDays(terms.days())) ? asOf : asked.approved().plusDays(1);
        Approver signer = terms.signers().iterator().next();
        Map<String, UnaryOperator<UrgencyOverride>> mends = new LinkedHashMap<>();
        mends.put("reason", a -> new UrgencyOverride(a.urgency(), "x", a.by(), a.approval(), a.approved(), a.expires()));
        mends.put("by", a -> new UrgencyOverride(a.urgency(), a.reason(), "x", a.approval(), a.approved(), a.expires()));
        mends.put("signed", a -> new UrgencyOverride(a.urgency(), a.reason(), a.by(), signer, a.approved(), a.expires()));
        mends.put("expires", a -> new UrgencyOverride(a.urgency(), a.reason(), a.by(), a.approval(), a.approved(), last.isBefore(asOf) ? asOf : last));
        mends.put("approved", a -> new UrgencyOverride(a.urgency(), a.reason(), a.by(), a.approval(), asOf, a.expires()));
        return mends;
    }

    /** As the ledger carries it. */
    public static UrgencyChange kept(UrgencyOverride asked) {
        return new UrgencyChange(AskedUrgency.valueOf(asked.urgency().name()), asked.reason(), asked.by(),
                asked.approval() == null ? Signatory.UNKNOWN : Signatory.valueOf(asked.approval().name()), asked.approved(), asked.expires());
    }
}
