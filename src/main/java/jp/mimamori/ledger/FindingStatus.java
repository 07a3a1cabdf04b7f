package jp.mimamori.ledger;

/** How far the work on a finding is (対応状況). */
public enum FindingStatus {
    /** 未対応 */
    OPEN,
    /** 対応中 */
    IN_PROGRESS,
    /** 完了 */
    DONE,
    /** 保留 */
    ON_HOLD,
    /** 対象外 */
    OUT_OF_SCOPE,
    UNKNOWN;

    /** Whether nothing is left to decide. An unknown status is open. */
    public boolean isClosed() {
        return this == DONE || this == OUT_OF_SCOPE;
    }
}
