package jp.mimamori.decision.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One version of the policy.
 *
 * @param version   {@code sha256:…} over the content of {@code rules/} and {@code spreadsheets/policy/}
 * @param name      what the version sheet calls it
 * @param templates one Drools rule template for each table
 * @param rules     further rules by file name, as DRL
 * @param controls  the control catalogue by code
 */
public record RuleSet(String version, String name, List<PolicyTable> tables, Map<Question, String> templates,
        Map<String, String> rules, Unknowns unknowns, Map<String, Control> controls) {

    public RuleSet {
        tables = List.copyOf(tables);
        templates = Map.copyOf(templates);
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        controls = Collections.unmodifiableMap(new LinkedHashMap<>(controls));
    }
}
