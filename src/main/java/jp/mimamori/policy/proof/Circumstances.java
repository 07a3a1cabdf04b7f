package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.language.Bilingual;

/**
 * Which inputs a counter-example needs.
 *
 * @param settings those that are away from their most harmless value
 * @param harmless those that have to be at it; any that is in neither may have any value
 * @param any      the latter, by place among the risk inputs
 */
record Circumstances(List<Bilingual> settings, List<Bilingual> harmless, List<Integer> any) {

    Circumstances {
        settings = List.copyOf(settings);
        harmless = List.copyOf(harmless);
        any = List.copyOf(any);
    }

    /** @param holds whether the violation is there in another state too */
    static Circumstances of(int state, int except, IntPredicate holds) {
        List<Bilingual> settings = new ArrayList<>();
        List<Bilingual> harmless = new ArrayList<>();
        List<Integer> any = new ArrayList<>();
        for (int input = 0; input < RiskSpace.INPUTS; input++) {
            if (input == except) {
                continue;
            }
            if (RiskSpace.value(state, input) != 0) {
                settings.add(Teller.say("setting", Unknowns.RISKS.get(input).label(), value(state, input)));
                continue;
            }
            any.add(input);
            if (!everywhere(state, any, 0, holds)) {
                any.remove(any.size() - 1);
                harmless.add(Teller.setting(Unknowns.RISKS.get(input), Unknowns.RISKS.get(input).all().get(0)));
            }
        }
        return new Circumstances(settings, harmless, any);
    }

    /** Whether the violation is there whatever the values of {@code free} from the {@code at}th on. */
    private static boolean everywhere(int state, List<Integer> free, int at, IntPredicate holds) {
        if (at == free.size()) {
            return holds.test(state);
        }
        int input = free.get(at);
        for (int value = 0; value <= RiskSpace.known(input); value++) {
            if (!everywhere(state + value * RiskSpace.stride(input), free, at + 1, holds)) {
                return false;
            }
        }
        return true;
    }

    /** The state for machines: inputs that may have any value are left out. */
    Map<String, String> facts(int state) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int input = 0; input < RiskSpace.INPUTS; input++) {
            if (!any.contains(input)) {
                Input risk = Unknowns.RISKS.get(input);
                facts.put(risk.property(), risk.all().get(RiskSpace.value(state, input)).name());
            }
        }
        return facts;
    }

    static Bilingual value(int state, int input) {
        return Teller.label(Unknowns.RISKS.get(input).all().get(RiskSpace.value(state, input)));
    }
}
