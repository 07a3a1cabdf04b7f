package jp.mimamori.decision.drools;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a mitigation consists of.
 *
 * @param controls codes of controls that stand, or alternatives, each once and in the order of the list
 * @param actions  codes of what is done once along with them
 */
public record Needs(List<String> controls, List<String> actions) {

    public Needs {
        controls = List.copyOf(controls);
        actions = List.copyOf(actions);
    }

    static Needs of(List<Need> claims, Predicate<String> isAction) {
        List<String> codes = claims.stream().sorted(Comparator.comparingInt(Need::order).thenComparing(Need::controls))
                .map(Need::controls).distinct().toList();
        return new Needs(codes.stream().filter(isAction.negate()).toList(), codes.stream().filter(isAction).toList());
    }
}
