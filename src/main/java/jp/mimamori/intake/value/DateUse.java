package jp.mimamori.intake.value;

/** What a date is for; it decides how a month or a fiscal year without a day is read. */
public enum DateUse {
    /** End of support: a month means its last day. */
    SUPPORT_END,
    /** Purchase or start of use: a month means its first day. */
    PURCHASE,
    /** A due date or deadline: a month means its last day. */
    DUE,
    /** Any other date, such as the day of discovery: a month means its first day, so that no deadline moves back. */
    OTHER
}
