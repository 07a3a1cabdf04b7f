package jp.mimamori.decision;

/** Who has to sign a decision. */
public enum Approver {
    /** 医療機器安全管理責任者 */
    DEVICE_SAFETY,
    /** 医療情報システム安全管理責任者 */
    IT_SECURITY,
    /** Both of them together. */
    BOTH,
    /** The committee. */
    COMMITTEE,
    /** The committee and the hospital director (病院長). */
    COMMITTEE_DIRECTOR,
    /** 医療情報システム安全管理責任者 acts, the director is told the same day, the committee ratifies. */
    ACT_THEN_RATIFY
}
