package jp.mimamori.hospital.deciding;

import jp.mimamori.hospital.KnownDevices;
import jp.mimamori.vulnerability.ExploitationEvidence;

/**
 * What findings are decided with.
 *
 * @param version of the hospital's store
 */
record Known(long version, KnownDevices devices, ExploitationEvidence evidence) {
}
