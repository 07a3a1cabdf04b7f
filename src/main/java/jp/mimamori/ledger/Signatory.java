package jp.mimamori.ledger;

/** Who signed a change of urgency, by the names the policy has for its approvers. */
public enum Signatory {
    /** 医療機器安全管理責任者 */
    DEVICE_SAFETY,
    /** 医療情報システム安全管理責任者 */
    IT_SECURITY,
    /** Both of them together. */
    BOTH,
    /** 委員会 */
    COMMITTEE,
    /** 委員会・病院長 */
    COMMITTEE_DIRECTOR,
    /** 医療情報システム安全管理責任者 acts, the committee ratifies later. */
    ACT_THEN_RATIFY,
    UNKNOWN
}
