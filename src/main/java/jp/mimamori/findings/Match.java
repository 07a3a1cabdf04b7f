package jp.mimamori.findings;

import java.util.BitSet;
import java.util.Map;

/**
 * Which rows a question finds.
 *
 * @param rows    they
 * @param total   how many
 * @param devices on how many devices
 * @param counts  for each facet how many rows each of its values would show, its own choice left out
 */
record Match(BitSet rows, int total, int devices, Map<Facet, int[]> counts) {
}
