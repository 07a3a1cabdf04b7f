package jp.mimamori.decision.drools;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.table.Input;
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

/** The risk inputs of a case, which may be unknown, without anything that urgency does not depend on. */
record Situation(Safety safety, Operation operation, Exposure exposure, Exploitation exploitation, Support support, Leak leak,
        CvssBand cvss, Automatable automatable, AttackVector attackVector) {

    static Situation of(Facts facts) {
        return new Situation(facts.safety(), facts.operation(), facts.exposure(), facts.exploitation(), facts.support(),
                facts.leak(), facts.cvssBand(), facts.automatable(), facts.attackVector());
    }

    Enum<?> value(Input input) {
        return switch (input) {
            case SAFETY -> safety;
            case OPERATION -> operation;
            case EXPOSURE -> exposure;
            case EXPLOITATION -> exploitation;
            case SUPPORT -> support;
            case LEAK -> leak;
            case CVSS -> cvss;
            case AUTOMATABLE -> automatable;
            case ATTACK_VECTOR -> attackVector;
            default -> throw new IllegalArgumentException(input + " is no risk input");
        };
    }

    /** The same with one input answered. */
    Situation with(Input input, Enum<?> value) {
        return new Situation(
                input == Input.SAFETY ? (Safety) value : safety,
                input == Input.OPERATION ? (Operation) value : operation,
                input == Input.EXPOSURE ? (Exposure) value : exposure,
                input == Input.EXPLOITATION ? (Exploitation) value : exploitation,
                input == Input.SUPPORT ? (Support) value : support,
                input == Input.LEAK ? (Leak) value : leak,
                input == Input.CVSS ? (CvssBand) value : cvss,
                input == Input.AUTOMATABLE ? (Automatable) value : automatable,
                input == Input.ATTACK_VECTOR ? (AttackVector) value : attackVector);
    }

    List<Input> missing() {
        List<Input> missing = new ArrayList<>();
        for (Input risk : Unknowns.RISKS) {
            if (value(risk).name().equals("UNKNOWN")) {
                missing.add(risk);
            }
        }
        return missing;
    }

    /** Every missing answer at its most harmless value. */
    Situation lowest() {
        Situation lowest = this;
        for (Input risk : missing()) {
            lowest = lowest.with(risk, risk.known().get(0));
        }
        return lowest;
    }

    /** Every missing answer at its cautious value. */
    Situation cautious(Map<Input, Enum<?>> values) {
        Situation cautious = this;
        for (Input risk : missing()) {
            cautious = cautious.with(risk, requireNonNull(values.get(risk)));
        }
        return cautious;
    }
}
