package jp.mimamori.decision;

/** Harm to people if the flaw is used, patient safety and operation taken together (SSVC human impact), from low to high. */
public enum HumanImpact {
    LOW,
    MEDIUM,
    HIGH,
    VERY_HIGH
}
