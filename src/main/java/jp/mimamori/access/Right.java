package jp.mimamori.access;

/** What somebody may do; every request needs one of these. */
public enum Right {
    /** See everything that is kept of devices, findings and plans. */
    SEE,
    /** Bring in files, decide about what they change, and take an import back. */
    IMPORT,
    /** Write to a finding: status, controls, evidence, a wish for another urgency. */
    WORK,
    /** Make, move, pin and publish patch windows. */
    PLAN,
    /** Sign for what the rules propose. */
    SIGN,
    /** Change accounts, settings and the policy, back up and restore. */
    ADMINISTER
}
