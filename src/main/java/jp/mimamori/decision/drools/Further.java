package jp.mimamori.decision.drools;

import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;

/** Asked of the rules: does anything else claim an urgency, by the kind of asset and by its own exposure? */
public record Further(Asset asset, Exploitation exploitation, Exposure exposure, Automatable automatable, CvssBand cvss,
        Claims claims) {
}
