package jp.mimamori.simulation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.policy.diff.Aspect;
import jp.mimamori.policy.diff.Difference;
import jp.mimamori.policy.diff.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A finding that the draft decides otherwise than today's policy.
 *
 * @param differences  every part that is otherwise, the weightiest first; at least one
 * @param windowBefore when today's plan works on it; null where it does not, or where nothing was planned
 * @param windowAfter  when the draft's plan does
 */
public record FindingChange(FindingDecision before, FindingDecision after, List<Difference> differences, Why why,
        @Nullable Window windowBefore, @Nullable Window windowAfter) {

    public FindingChange {
        differences = List.copyOf(differences);
        if (differences.isEmpty()) {
            throw new IllegalArgumentException(before.decision().id() + " does not change");
        }
    }

    public String id() {
        return before.decision().id();
    }

    public Direction direction() {
        return Difference.of(differences);
    }

    public boolean changes(Aspect aspect) {
        return differences.stream().anyMatch(difference -> difference.aspect() == aspect);
    }

    /** Controls and actions the draft no longer asks for. */
    public Set<String> dropped() {
        return less(before, after);
    }

    /** Controls and actions only the draft asks for. */
    public Set<String> added() {
        return less(after, before);
    }

    private static Set<String> less(FindingDecision one, FindingDecision other) {
        Set<String> codes = codes(one);
        codes.removeAll(codes(other));
        return codes;
    }

    private static Set<String> codes(FindingDecision decision) {
        Set<String> codes = new TreeSet<>(decision.decision().controls());
        codes.addAll(decision.decision().actions());
        return codes;
    }
}
