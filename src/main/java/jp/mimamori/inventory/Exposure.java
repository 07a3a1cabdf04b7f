package jp.mimamori.inventory;

/** Network exposure: who can reach the device. */
public enum Exposure implements RiskLevel {
    /** No link, or an enclave that only named maintenance terminals may reach and that has no way to web or mail. */
    ISOLATED,
    /** VLAN and firewall allow-list. */
    SEGMENTED,
    /** The hospital's general network. */
    INTERNAL_FLAT,
    /** A vendor gets in from outside, unless on demand, with MFA, source-restricted and logged. */
    REMOTE_MAINTENANCE,
    INTERNET,
    UNKNOWN
}
