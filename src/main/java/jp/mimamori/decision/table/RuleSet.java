package jp.mimamori.decision.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.OverrideTerms;

/**
 * One version of the policy.
 *
 * @param version   {@code sha256:…} over the content of {@code rules/} and {@code spreadsheets/policy/}
 * @param name      what the version sheet calls it
 * @param rules     the rule files by path, as DRL; those of the tables are {@code rules/<question>.drl}
 * @param overrides when an approver's wish for another urgency holds
 * @param controls  the control catalogue by code
 */
public record RuleSet(String version, String name, List<PolicyTable> tables, Map<String, String> rules,
        Unknowns unknowns, OverrideTerms overrides, Map<String, Control> controls) {

    public RuleSet {
        tables = List.copyOf(tables);
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        controls = Collections.unmodifiableMap(new LinkedHashMap<>(controls));
    }
}
