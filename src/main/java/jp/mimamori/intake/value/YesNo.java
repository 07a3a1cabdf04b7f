package jp.mimamori.intake.value;

/** An answer to a yes-or-no column. {@code BLANK} is an empty cell, {@code UNKNOWN} a mark that settles nothing (△, －, 不明). */
public enum YesNo {
    YES,
    NO,
    BLANK,
    UNKNOWN
}
