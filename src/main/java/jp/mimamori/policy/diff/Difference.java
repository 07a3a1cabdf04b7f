package jp.mimamori.policy.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import jp.mimamori.decision.Decision;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.language.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One part of a decision that two policies decide otherwise.
 *
 * @param direction which way this part alone goes
 * @param from      what the first policy says, in words
 * @param to        what the second policy says, in words
 */
public record Difference(Aspect aspect, Direction direction, Bilingual from, Bilingual to) {

    /** All that is otherwise in {@code to}, the weightiest part first; empty where both decide the same. */
    public static List<Difference> between(Decision from, Decision to) {
        List<Difference> found = new ArrayList<>();
        add(found, Aspect.URGENCY, to.urgency().compareTo(from.urgency()), from.urgency() != to.urgency(),
                Words.label(from.urgency()), Words.label(to.urgency()));
        // the treatments are declared from most to least
        add(found, Aspect.TREATMENT, from.treatment().compareTo(to.treatment()), from.treatment() != to.treatment(),
                Words.label(from.treatment()), Words.label(to.treatment()));
        boolean open = from.provisional() != to.provisional()
                || from.provisional() && (from.lowest() != to.lowest() || from.highest() != to.highest());
        // what the missing answers could still make of it counts first
        int range = to.highest().compareTo(from.highest());
        add(found, Aspect.PROVISIONAL, range != 0 ? range : to.lowest().compareTo(from.lowest()), open, Words.certainty(from),
                Words.certainty(to));
        days(found, Aspect.DUE_DAYS, from.dueDays(), to.dueDays(), 0);
        days(found, Aspect.INTERIM_DAYS, from.interimDueDays(), to.interimDueDays(), 1);
        if (from.treatment() == Treatment.FIX && to.treatment() == Treatment.FIX) {
            days(found, Aspect.MITIGATION_DAYS, from.mitigationDays(), to.mitigationDays(), 1);
        }
        codes(found, Aspect.CONTROLS, from.controls(), to.controls());
        codes(found, Aspect.ACTIONS, from.actions(), to.actions());
        // the approvers are declared from the least to the strictest
        add(found, Aspect.APPROVER, to.approver().compareTo(from.approver()), from.approver() != to.approver(),
                Words.label(from.approver()), Words.label(to.approver()));
        days(found, Aspect.ACCEPTANCE_DAYS, from.acceptanceDays(), to.acceptanceDays(), 0);
        return List.copyOf(found);
    }

    /**
     * The direction of a whole change: the urgency tells, then the treatment; where both stay, one part that becomes milder is
     * enough, for that is what has to be looked at.
     */
    public static Direction of(List<Difference> differences) {
        for (Aspect head : List.of(Aspect.URGENCY, Aspect.TREATMENT)) {
            for (Difference difference : differences) {
                if (difference.aspect == head) {
                    return difference.direction;
                }
            }
        }
        boolean milder = differences.stream().anyMatch(difference -> difference.direction == Direction.MILDER);
        boolean stricter = differences.stream().anyMatch(difference -> difference.direction == Direction.STRICTER);
        return milder ? Direction.MILDER : stricter ? Direction.STRICTER : Direction.OTHER;
    }

    private static void add(List<Difference> found, Aspect aspect, int step, boolean differs, Bilingual from, Bilingual to) {
        if (differs) {
            found.add(new Difference(aspect, Direction.of(step), from, to));
        }
    }

    /** More days are milder. {@code needed}: what it says of a step that days are asked for at all: 1 stricter, 0 nothing. */
    private static void days(List<Difference> found, Aspect aspect, @Nullable Integer from, @Nullable Integer to, int needed) {
        int step = from != null && to != null ? from.compareTo(to) : from == null ? needed : -needed;
        add(found, aspect, step, from == null ? to != null : !from.equals(to), Words.days(from), Words.days(to));
    }

    /** Order tells nothing here; a code that goes is milder, whatever comes. */
    private static void codes(List<Difference> found, Aspect aspect, Collection<String> from, Collection<String> to) {
        boolean dropped = !new HashSet<>(to).containsAll(from);
        boolean added = !new HashSet<>(from).containsAll(to);
        add(found, aspect, dropped ? -1 : 1, dropped || added, Words.codes(from), Words.codes(to));
    }
}
