package jp.mimamori.inventory;

/** Operational impact: what stops in the hospital when the device stops. */
public enum Operation implements RiskLevel {
    /** Other units cover. */
    LOW,
    /** A supporting activity is crippled. */
    MEDIUM,
    /** One essential function stops: the only CT of the emergency department, dialysis, theatre. */
    HIGH,
    /** Electronic record, directory, core network. */
    HOSPITAL_WIDE,
    UNKNOWN
}
