package jp.mimamori.findings;

/**
 * How many rows a value of a facet would show, with everything else as it is.
 *
 * @param value a word's name or a text; empty where nothing stands there
 */
public record FacetCount(String value, int count, boolean chosen) {
}
