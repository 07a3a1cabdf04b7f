package jp.mimamori.report;

import java.util.Collection;
import java.util.stream.Collectors;
import jp.mimamori.language.Language;
import jp.mimamori.policy.diff.Aspect;
import jp.mimamori.policy.diff.Difference;
import jp.mimamori.simulation.FindingChange;

/** Says what becomes otherwise by another policy, in one language. */
public final class SimulationWords {

    private final Phrases phrases;

    public SimulationWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Such as 緊急度: 緊急 → 早急; of controls what comes and what goes. */
    public String difference(FindingChange change, Difference difference) {
        if (difference.aspect() == Aspect.CONTROLS || difference.aspect() == Aspect.ACTIONS) {
            return phrases.say("whatif.codes", difference.aspect().label(), codes(change, difference.aspect()));
        }
        return phrases.say("whatif.difference", difference.aspect().label(), difference.from(), difference.to());
    }

    private String codes(FindingChange change, Aspect aspect) {
        boolean actions = aspect == Aspect.ACTIONS;
        String added = named("whatif.added", change.added().stream().filter(code -> code.startsWith("A") == actions).toList());
        String dropped = named("whatif.dropped", change.dropped().stream().filter(code -> code.startsWith("A") == actions).toList());
        // in another order alone nothing comes or goes
        return (added + (added.isEmpty() || dropped.isEmpty() ? "" : phrases.say("list.separator")) + dropped);
    }

    private String named(String key, Collection<String> codes) {
        return codes.isEmpty() ? "" : phrases.say(key, codes.stream().map(phrases::control)
                .collect(Collectors.joining(phrases.say("list.separator"))));
    }

    /** Every part that is otherwise but urgency and treatment, one line each. */
    public String details(FindingChange change) {
        return change.differences().stream()
                .filter(difference -> difference.aspect() != Aspect.URGENCY && difference.aspect() != Aspect.TREATMENT)
                .map(difference -> phrases.say("bullet", difference(change, difference))).collect(Collectors.joining("\n"));
    }

    /** Which differing rows, values or files make the change, in sentences. */
    public String why(FindingChange change) {
        return change.why().sentences().stream().map(sentence -> sentence.in(phrases.language()))
                .collect(Collectors.joining(phrases.language() == Language.JA ? "" : " "));
    }
}
