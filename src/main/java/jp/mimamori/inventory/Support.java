package jp.mimamori.inventory;

/** Support state (EOS) on the decision date, from the earlier of the device's and its software's dates. */
public enum Support implements RiskLevel {
    SUPPORTED,
    /** Limited support (限定的サポート): EOL to EOS, or a paid extension. */
    LIMITED,
    EOS_WITHIN_12M,
    EOS,
    UNKNOWN
}
