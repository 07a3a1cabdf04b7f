package jp.mimamori.hospital.deciding;

import java.util.Map;
import jp.mimamori.inventory.Device;
import jp.mimamori.vulnerability.ExploitationEvidence;

/**
 * What findings are decided with.
 *
 * @param version of the hospital's store
 * @param devices by their keys
 */
record Known(long version, Map<String, Device> devices, ExploitationEvidence evidence) {
}
