package jp.mimamori.findings.web;

import java.util.List;

/**
 * A facet beside the list.
 *
 * @param key   its name in the address
 * @param title its heading
 * @param open  whether it stands open
 * @param first what is always seen
 * @param more  what is seen on demand
 */
record FacetView(String key, String title, boolean open, List<Value> first, List<Value> more) {

    /** A value to be ticked: {@code mark} is the class of its urgency, empty for others. */
    record Value(String id, String name, String value, String label, String count, boolean none, boolean chosen, String mark, String shape) {
    }
}
