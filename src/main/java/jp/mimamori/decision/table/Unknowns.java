package jp.mimamori.decision.table;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.Urgency;

/**
 * What is assumed where an answer is missing.
 *
 * @param cautious the value each unknown risk input is given, on the cautious side
 * @param cap      the highest urgency that missing answers alone can give
 */
public record Unknowns(Map<Input, Enum<?>> cautious, Urgency cap) {

    /** The risk inputs, in the policy's order. */
    public static final List<Input> RISKS = List.of(Input.SAFETY, Input.OPERATION, Input.EXPOSURE, Input.EXPLOITATION,
            Input.SUPPORT, Input.LEAK, Input.CVSS, Input.AUTOMATABLE, Input.ATTACK_VECTOR);

    public Unknowns {
        cautious = Collections.unmodifiableMap(new EnumMap<>(cautious));
        for (Input risk : RISKS) {
            Enum<?> value = cautious.get(risk);
            if (value == null || value.name().equals("UNKNOWN") || value.getDeclaringClass() != risk.type()) {
                throw new IllegalArgumentException("no cautious value of " + risk);
            }
        }
    }
}
