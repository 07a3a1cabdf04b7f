package jp.mimamori.findings;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody saw when they were last here.
 *
 * @param at     when that visit ended
 * @param counts the numbers of the home page as they stood then, by their names
 */
public record Visit(Instant at, Map<String, Integer> counts) {

    public Visit {
        counts = Map.copyOf(counts);
    }
}
