package jp.mimamori.decision.table;

import java.util.Arrays;
import java.util.List;
import jp.mimamori.decision.Acceptability;
import jp.mimamori.decision.Certainty;
import jp.mimamori.decision.HumanImpact;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;

/** What a table row may ask about: an input of the decision, or an answer of an earlier table. */
public enum Input {
    ASSET("asset", Asset.class, false),
    SAFETY("safety", Safety.class, true),
    OPERATION("operation", Operation.class, true),
    EXPOSURE("exposure", Exposure.class, true),
    EXPLOITATION("exploitation", Exploitation.class, true),
    SUPPORT("support", Support.class, true),
    LEAK("leak", Leak.class, true),
    CVSS("cvss", CvssBand.class, true),
    AUTOMATABLE("automatable", Automatable.class, true),
    ATTACK_VECTOR("attackVector", AttackVector.class, true),
    PATCH("patch", Patch.class, false),
    COST("cost", Cost.class, true),
    /** Exposure as far as the attack vector lets an attacker use it. */
    REACH("reach", Exposure.class, true),
    /** Automatable as far as the reach lets an attacker use it. */
    AUTOMATION("automation", Automatable.class, true),
    IMPACT("impact", HumanImpact.class, true),
    URGENCY("urgency", Urgency.class, true),
    CERTAINTY("certainty", Certainty.class, false),
    ACCEPTABILITY("acceptability", Acceptability.class, false),
    TREATMENT("treatment", Treatment.class, false);

    private static final Wording WORDS = Wording.of(Input.class);

    private final String property;
    private final Class<? extends Enum<?>> type;
    private final boolean ordered;
    private final List<Enum<?>> all;
    private final List<Enum<?>> known;

    Input(String property, Class<? extends Enum<?>> type, boolean ordered) {
        this.property = property;
        this.type = type;
        this.ordered = ordered;
        this.all = Arrays.<Enum<?>>asList(type.getEnumConstants());
        this.known = all.stream().filter(value -> !value.name().equals("UNKNOWN")).toList();
    }

    /** Its name in rules and in {@code decide}'s JSON. */
    public String property() {
        return property;
    }

    public Class<? extends Enum<?>> type() {
        return type;
    }

    /** Whether its values stand from low to high, so that {@code ≥} and {@code ≤} mean something. */
    public boolean ordered() {
        return ordered;
    }

    /** Every value, {@code UNKNOWN} (where there is one) last. */
    public List<Enum<?>> all() {
        return all;
    }

    /** The values that are answers. */
    public List<Enum<?>> known() {
        return known;
    }

    /** What people call it. */
    public Message label() {
        return WORDS.message("input." + property);
    }
}
