package jp.mimamori.ledger;

/** What is done about a vulnerability on a device (対応方針), from most to least. */
public enum Treatment {
    /** 修正 */
    FIX,
    /** 緩和策 */
    MITIGATE,
    /** 受容 */
    ACCEPT
}
