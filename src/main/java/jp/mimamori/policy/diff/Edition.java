package jp.mimamori.policy.diff;

import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.settings.Shelf;

/**
 * One of the two policies compared.
 *
 * @param name  what the reader calls it: a folder, or the shipped one
 * @param rules its rule set, loaded from {@code shelf}
 */
public record Edition(String name, Shelf shelf, RuleSet rules) {
}
