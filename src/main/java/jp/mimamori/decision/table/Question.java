package jp.mimamori.decision.table;

import static jp.mimamori.decision.table.Input.ACCEPTABILITY;
import static jp.mimamori.decision.table.Input.ASSET;
import static jp.mimamori.decision.table.Input.ATTACK_VECTOR;
import static jp.mimamori.decision.table.Input.AUTOMATABLE;
import static jp.mimamori.decision.table.Input.AUTOMATION;
import static jp.mimamori.decision.table.Input.CERTAINTY;
import static jp.mimamori.decision.table.Input.COST;
import static jp.mimamori.decision.table.Input.CVSS;
import static jp.mimamori.decision.table.Input.EXPLOITATION;
import static jp.mimamori.decision.table.Input.EXPOSURE;
import static jp.mimamori.decision.table.Input.IMPACT;
import static jp.mimamori.decision.table.Input.LEAK;
import static jp.mimamori.decision.table.Input.OPERATION;
import static jp.mimamori.decision.table.Input.PATCH;
import static jp.mimamori.decision.table.Input.REACH;
import static jp.mimamori.decision.table.Input.SAFETY;
import static jp.mimamori.decision.table.Input.SUPPORT;
import static jp.mimamori.decision.table.Input.TREATMENT;
import static jp.mimamori.decision.table.Input.URGENCY;

import java.util.List;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;

/**
 * A question that one table of the policy answers, one sheet each. Several rows may match; the strictest answer counts, so
 * the order of rows never matters.
 */
public enum Question {
    /** How far an attacker can use the exposure: the attack vector caps it. */
    REACH("reach", true, List.of(ATTACK_VECTOR), List.of(Outcome.REACH)),
    /** SSVC's human impact. */
    IMPACT("impact", true, List.of(SAFETY, OPERATION), List.of(Outcome.IMPACT)),
    /** What the human impact never falls below. */
    IMPACT_FLOOR("impactFloor", false, List.of(SAFETY, LEAK), List.of(Outcome.IMPACT)),
    /** SSVC's deployer table. */
    SSVC("ssvc", true, List.of(EXPLOITATION, Input.REACH, AUTOMATION, Input.IMPACT),
            List.of(Outcome.URGENCY)),
    /** What the urgency never falls below, whatever SSVC says. */
    URGENCY_FLOOR("urgencyFloor", false, List.of(CVSS, Input.REACH, AUTOMATION, EXPLOITATION),
            List.of(Outcome.URGENCY)),
    /** Claims of urgency by the kind of asset and its own exposure; a policy may do without this table. */
    URGENCY_EXTRA("urgencyExtra", false, List.of(ASSET, EXPLOITATION, EXPOSURE, AUTOMATABLE, CVSS),
            List.of(Outcome.URGENCY)),
    /** What the end of support adds. */
    UPLIFT("uplift", false, List.of(SUPPORT, Input.REACH, URGENCY, CVSS, EXPLOITATION, ATTACK_VECTOR),
            List.of(Outcome.URGENCY)),
    /** Whether the risk may be accepted as it is. */
    ACCEPTANCE("acceptance", false, List.of(URGENCY, CERTAINTY, SAFETY, LEAK, SUPPORT, EXPOSURE),
            List.of(Outcome.ACCEPTABILITY)),
    /** Fix, mitigate or accept. */
    TREATMENT("treatment", true, List.of(PATCH, ACCEPTABILITY, COST), List.of(Outcome.TREATMENT)),
    /** By when. */
    DEADLINE("deadline", true, List.of(Input.TREATMENT, URGENCY, ASSET),
            List.of(Outcome.DUE_DAYS, Outcome.INTERIM_DAYS)),
    /** What a mitigation consists of. */
    CONTROLS("controls", false, List.of(Input.TREATMENT, EXPOSURE, SAFETY, OPERATION, SUPPORT, PATCH,
            EXPLOITATION), List.of(Outcome.CONTROLS, Outcome.ORDER)),
    /** Who signs, and for how long. */
    APPROVAL("approval", true, List.of(Input.TREATMENT, URGENCY, ASSET, SAFETY, LEAK, SUPPORT),
            List.of(Outcome.APPROVER, Outcome.ACCEPTANCE_DAYS));

    private static final Wording WORDS = Wording.of(Question.class);

    private final String key;
    private final boolean total;
    private final List<Input> inputs;
    private final List<Outcome> outcomes;

    Question(String key, boolean total, List<Input> inputs, List<Outcome> outcomes) {
        this.key = key;
        this.total = total;
        this.inputs = inputs;
        this.outcomes = outcomes;
    }

    /** Names the rule file: {@code rules/<key>.drl}. */
    public String key() {
        return key;
    }

    /** Whether every combination of (known) inputs must have an answer. */
    public boolean total() {
        return total;
    }

    /** Whether a policy may do without its table. */
    public boolean optional() {
        return this == URGENCY_EXTRA;
    }

    /** Whether another row can only make an outcome stricter, and no row is missed: what a profile may bring. */
    public boolean extensible() {
        return switch (this) {
            case IMPACT_FLOOR, URGENCY_FLOOR, URGENCY_EXTRA, UPLIFT, CONTROLS -> true;
            default -> false;
        };
    }

    public List<Input> inputs() {
        return inputs;
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** What the sheet is called. */
    public Message title() {
        return WORDS.message("question." + key);
    }
}
