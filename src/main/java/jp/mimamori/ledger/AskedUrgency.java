package jp.mimamori.ledger;

/** The urgency an approver asks for (緊急度の変更), by the names the policy has for it. */
public enum AskedUrgency {
    /** 保留 */
    DEFER,
    /** 計画 */
    SCHEDULED,
    /** 早急 */
    OUT_OF_CYCLE,
    /** 緊急 */
    IMMEDIATE,
    /** Something stands there that is not understood. */
    UNKNOWN
}
