package jp.mimamori.dossier;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which devices somebody wants to see.
 *
 * @param text   every word of it has to stand somewhere in the device's row; empty for all
 * @param chosen the values wanted of each facet; a facet without any is not asked about
 */
public record DeviceQuery(String text, Map<Facet, Set<String>> chosen) {

    /** What devices are told apart by. */
    public enum Facet { WARD, MAKER, SUPPORT, CATEGORY }

    public DeviceQuery {
        Map<Facet, Set<String>> kept = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(facet, Set.copyOf(values));
            }
        });
        chosen = Map.copyOf(kept);
    }

    public boolean isChosen(Facet facet, String value) {
        return chosen.getOrDefault(facet, Set.of()).contains(value);
    }

    public boolean isEmpty() {
        return text.isBlank() && chosen.isEmpty();
    }
}
