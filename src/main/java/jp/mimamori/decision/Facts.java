package jp.mimamori.decision;

import java.time.LocalDate;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules may know of one vulnerability on one device: the vocabulary of the policy. Nothing in it is derived
 * from anything else in it.
 *
 * @param id         names the case in the answer
 * @param cvssScore  CVSS base score 0.0–10.0; null is unknown
 * @param discovered 発見日, from which all deadlines count; null is unknown
 */
public record Facts(
        String id,
        Asset asset,
        Safety safety,
        Operation operation,
        Exposure exposure,
        Exploitation exploitation,
        Support support,
        Leak leak,
        @Nullable Double cvssScore,
        Automatable automatable,
        AttackVector attackVector,
        Patch patch,
        Cost cost,
        @Nullable LocalDate discovered) {

    /** The qualitative band of the score. */
    public CvssBand cvssBand() {
        return CvssBand.of(cvssScore);
    }
}
