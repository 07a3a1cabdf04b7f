package jp.mimamori.ledger;

import jp.mimamori.inventory.Device;

/**
 * A finding together with the device it is on.
 *
 * @param finding the ledger row
 * @param device  the device of the inventory, or what the ledger row itself tells of the device
 * @param implied whether the device stands in no inventory and was made out of the ledger row
 */
public record Tracked(Finding finding, Device device, boolean implied) {
}
