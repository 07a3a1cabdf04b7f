package jp.mimamori.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Finds what would change a decision of the rules: every other value of every single input is put before the engine; of those that
 * make the outcome milder (or more urgent, or a fix possible) the one nearest to the present value is told, for each input. What
 * verified controls lead to comes beside them. Cases of the same state share the answer. For one thread.
 */
final class Changes {

    private static final List<Input> INPUTS = List.of(
            new Input("safety", Facts::safety, known(Safety.values()), (f, v) -> edit(f).safety((Safety) v).facts()),
            new Input("operation", Facts::operation, known(Operation.values()),
                    (f, v) -> edit(f).operation((Operation) v).facts()),
            new Input("exposure", Facts::exposure, known(Exposure.values()), (f, v) -> edit(f).exposure((Exposure) v).facts()),
            new Input("exploitation", Facts::exploitation, known(Exploitation.values()),
                    (f, v) -> edit(f).exploitation((Exploitation) v).facts()),
            new Input("support", Facts::support, known(Support.values()), (f, v) -> edit(f).support((Support) v).facts()),
            new Input("leak", Facts::leak, known(Leak.values()), (f, v) -> edit(f).leak((Leak) v).facts()),
            new Input("cvssScore", Facts::cvssBand, known(CvssBand.values()),
                    (f, v) -> edit(f).score(score((CvssBand) v, f.cvssBand())).facts()),
            new Input("automatable", Facts::automatable, known(Automatable.values()),
                    (f, v) -> edit(f).automatable((Automatable) v).facts()),
            new Input("attackVector", Facts::attackVector, known(AttackVector.values()),
                    (f, v) -> edit(f).attackVector((AttackVector) v).facts()),
            new Input("patch", Facts::patch, known(Patch.values()), (f, v) -> edit(f).patch((Patch) v).facts()),
            new Input("cost", Facts::cost, known(Cost.values()), (f, v) -> edit(f).cost((Cost) v).facts()));

    private final DecisionEngine engine;
    private final Map<Facts, List<Change>> found = new HashMap<>();

    Changes(DecisionEngine engine) {
        this.engine = engine;
    }

    private interface Variation {
        Facts of(Facts facts, Enum<?> value);
    }

    private record Input(String name, Function<Facts, Enum<?>> value, List<Enum<?>> known, Variation variation) {
    }

    private record Variant(Input input, Enum<?> from, Enum<?> to, Facts facts) {

        int distance() {
            return Math.abs(from.ordinal() - to.ordinal());
        }
    }

    List<Change> of(Facts facts, Decision decision) {
        Facts state = new FactsEdit(facts).id("").discovered(null).facts();
        return found.computeIfAbsent(state, key -> search(key, decision));
    }

    private List<Change> search(Facts facts, Decision decision) {
        List<Variant> variants = new ArrayList<>();
        for (Input input : INPUTS) {
            Enum<?> from = input.value().apply(facts);
            for (Enum<?> to : input.known()) {
                if (to != from) {
                    variants.add(new Variant(input, from, to, input.variation().of(facts, to)));
                }
            }
        }
        List<DecisionEngine.Verdict> outcomes = engine.verdicts(variants.stream().map(Variant::facts).toList());
        Map<String, Change> nearest = new java.util.LinkedHashMap<>();
        Map<String, Variant> chosen = new HashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            Change.Direction direction = direction(decision, outcomes.get(i));
            if (direction == null) {
                continue;
            }
            String slot = variant.input().name() + direction;
            Variant before = chosen.get(slot);
            if (before == null || nearer(variant, before, direction)) {
                chosen.put(slot, variant);
                nearest.put(slot, change(facts, variant, direction, outcomes.get(i)));
            }
        }
        List<Change> changes = new ArrayList<>(nearest.values());
        if (decision.treatment() == Treatment.MITIGATE && !decision.controls().isEmpty()) {
            changes.add(new Change(Change.CONTROLS, String.join(";", decision.controls()), Change.VERIFIED,
                    Change.Direction.RESIDUAL_ACCEPTANCE, Treatment.ACCEPT, decision.urgency()));
        }
        changes.sort(Comparator.comparing(Change::direction));
        return List.copyOf(changes);
    }

    /** What an outcome is beside the decision; null where nothing is gained or lost. */
    private static Change.@Nullable Direction direction(Decision decision, DecisionEngine.Verdict outcome) {
        int step = Integer.compare(weight(outcome), weight(new DecisionEngine.Verdict(decision.treatment(), decision.urgency())));
        if (step != 0) {
            return step < 0 ? Change.Direction.LOWER : Change.Direction.RAISE;
        }
        return decision.treatment() == Treatment.MITIGATE && outcome.treatment() == Treatment.FIX
                ? Change.Direction.FIX_POSSIBLE : null;
    }

    /** Nearer to the present value; from an unknown, the answer that asks for least. */
    private static boolean nearer(Variant one, Variant other, Change.Direction direction) {
        if (one.from().name().equals("UNKNOWN")) {
            return direction == Change.Direction.LOWER ? one.to().ordinal() > other.to().ordinal()
                    : one.to().ordinal() < other.to().ordinal();
        }
        return one.distance() < other.distance();
    }

    private static Change change(Facts facts, Variant variant, Change.Direction direction,
            DecisionEngine.Verdict outcome) {
        String from = variant.from().name();
        String to = variant.to().name();
        if (variant.to() instanceof CvssBand band) {
            from = facts.cvssScore() == null ? from : String.valueOf(facts.cvssScore());
            to = String.valueOf(score(band, (CvssBand) variant.from()));
        }
        return new Change(variant.input().name(), from, to, direction, outcome.treatment(), outcome.urgency());
    }

    /** Urgency first; at the same urgency an acceptance is milder than anything else. */
    private static int weight(DecisionEngine.Verdict decision) {
        return decision.urgency().ordinal() * 2 + (decision.treatment() == Treatment.ACCEPT ? 0 : 1);
    }

    /** The score of a band that lies next to another band. */
    private static double score(CvssBand band, CvssBand from) {
        boolean down = band.compareTo(from) < 0; // an unknown stands last, so from there each band gives its highest score
        return switch (band) {
            case NONE -> 0.0;
            case LOW -> down ? 3.9 : 0.1;
            case MEDIUM -> down ? 6.9 : 4.0;
            case HIGH -> down ? 8.9 : 7.0;
            case CRITICAL, UNKNOWN -> down ? 10.0 : 9.0;
        };
    }

    private static FactsEdit edit(Facts facts) {
        return new FactsEdit(facts);
    }

    private static List<Enum<?>> known(Enum<?>[] values) {
        return java.util.Arrays.<Enum<?>>stream(values).filter(value -> !value.name().equals("UNKNOWN"))
                .<Enum<?>>map(value -> value).toList();
    }
}
