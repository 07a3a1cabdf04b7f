package jp.mimamori.decision.drools;

/** The questions a decision puts before the rules, in their order; each may be answered by several tables and rule files. */
public enum Step {
    REACH,
    AUTOMATION,
    HARM,
    THREAT,
    FURTHER,
    UPLIFT,
    ACCEPTANCE,
    HANDLING,
    DEADLINE,
    MITIGATION,
    APPROVAL
}
