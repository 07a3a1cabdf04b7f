package jp.mimamori.decision.drools;

import jp.mimamori.decision.Acceptability;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Patch;

/** Asked of the rules: fix, mitigate or accept? */
public record Handling(Patch patch, Acceptability acceptability, Cost cost, Claims claims) {
}
