package jp.mimamori.decision.drools;

import jp.mimamori.vulnerability.AttackVector;

/** Asked of the rules: how far can an attacker use the exposure? */
public record Reach(AttackVector attackVector, Claims claims) {
}
