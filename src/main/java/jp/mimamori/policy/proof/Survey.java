package jp.mimamori.policy.proof;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.Acceptability;
import jp.mimamori.decision.drools.OpenBook;
import jp.mimamori.decision.drools.Step;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.inventory.Asset;
import jp.mimamori.ledger.Treatment;

/** What a policy says of one kind of asset everywhere: each question's answers, and how the engine judges each state of the risk inputs. */
final class Survey {

    /** All the bits of a code. */
    static final int CODES = 8;
    private static final int POSSIBLE = 4;

    private final Map<Step, Leaf> leaves;
    private final Asset asset;
    private final Unknowns unknowns;
    private final Chain chain;
    /** Urgency in the lower two bits, above them whether acceptance is possible. */
    private final byte[] codes = new byte[RiskSpace.STATES];
    private final int patches = Input.PATCH.all().size();
    private final int costs = Input.COST.all().size();

    private Survey(OpenBook book, Unknowns unknowns, Map<Step, Leaf> leaves, Asset asset) {
        this.unknowns = unknowns;
        this.leaves = leaves;
        this.asset = asset;
        chain = new Chain(this, asset);
        for (int state = 0; state < codes.length; state++) {
            OpenBook.Judged judged = book.judge(asset, state);
            codes[state] = (byte) (judged.urgency().ordinal()
                    | (judged.acceptability() == Acceptability.POSSIBLE ? POSSIBLE : 0));
        }
    }

    /** One survey for all where the kind of asset makes no difference to urgency, else one for each kind. */
    static List<Survey> of(OpenBook book, Unknowns unknowns) {
        Map<Step, Leaf> leaves = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            leaves.put(step, new Leaf(book, step));
        }
        List<Survey> surveys = new ArrayList<>();
        for (Asset asset : Asset.values()) {
            if (surveys.isEmpty() || byAsset(requireNonNull(leaves.get(Step.FURTHER)))) {
                surveys.add(new Survey(book, unknowns, leaves, asset));
            }
        }
        return surveys;
    }

    private static boolean byAsset(Leaf further) {
        int share = further.states() / Asset.values().length; // the kind of asset is its first input
        for (int state = share; state < further.states(); state++) {
            if (!further.said(state).equals(further.said(state % share))) {
                return true;
            }
        }
        return false;
    }

    Asset asset() {
        return asset;
    }

    Leaf leaf(Step step) {
        return requireNonNull(leaves.get(step));
    }

    Chain chain() {
        return chain;
    }

    int code(int state) {
        return codes[state];
    }

    static int urgency(int code) {
        return code & 3;
    }

    static int acceptability(int code) {
        return (code & POSSIBLE) != 0 ? Acceptability.POSSIBLE.ordinal() : Acceptability.EXCLUDED.ordinal();
    }

    int patches() {
        return patches;
    }

    int costs() {
        return costs;
    }

    Treatment treatment(int patch, int acceptability, int cost) {
        Leaf handling = leaf(Step.HANDLING);
        return (Treatment) handling.said(handling.state(patch, acceptability, cost)).value();
    }

    /** The first patch and cost, in one number, at which {@code worse} is accepted and {@code better} is not; -1 where there is none. */
    int acceptedOnlyIn(int worse, int better) {
        for (int remedy = 0; remedy < patches * costs; remedy++) {
            if (treatment(remedy / costs, acceptability(worse), remedy % costs) == Treatment.ACCEPT
                    && treatment(remedy / costs, acceptability(better), remedy % costs) != Treatment.ACCEPT) {
                return remedy;
            }
        }
        return -1;
    }

    /** The state in which every unknown has its cautious value, among those without unknowns. */
    int cautious(int state) {
        int known = 0;
        for (int input = 0; input < RiskSpace.INPUTS; input++) {
            int value = RiskSpace.value(state, input);
            known += (value == RiskSpace.known(input) ? cautiousValue(input) : value) * RiskSpace.knownStride(input);
        }
        return known;
    }

    int cautiousValue(int input) {
        return requireNonNull(unknowns.cautious().get(Unknowns.RISKS.get(input))).ordinal();
    }
}
