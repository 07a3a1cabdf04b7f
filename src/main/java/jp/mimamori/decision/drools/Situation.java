package jp.mimamori.decision.drools;

import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;

/** The risk inputs of a case, every one known, without anything that urgency does not depend on. */
record Situation(Safety safety, Operation operation, Exposure exposure, Exploitation exploitation, Support support, Leak leak,
        CvssBand cvss, Automatable automatable, AttackVector attackVector) {

    /** The state of this number in {@link RiskSpace}. */
    static Situation of(int known) {
        return new Situation((Safety) value(known, 0), (Operation) value(known, 1), (Exposure) value(known, 2),
                (Exploitation) value(known, 3), (Support) value(known, 4), (Leak) value(known, 5), (CvssBand) value(known, 6),
                (Automatable) value(known, 7), (AttackVector) value(known, 8));
    }

    private static Enum<?> value(int known, int input) {
        return Unknowns.RISKS.get(input).known().get(RiskSpace.knownValue(known, input));
    }
}
