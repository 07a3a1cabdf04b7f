package jp.mimamori.decision;

import java.util.Comparator;

/** How soon something has to be done (SSVC deployer outcomes), from low to high. */
public enum Urgency {
    /** 保留 */
    DEFER,
    /** 計画 */
    SCHEDULED,
    /** 早急 */
    OUT_OF_CYCLE,
    /** 緊急 */
    IMMEDIATE;

    public Urgency max(Urgency other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Urgency min(Urgency other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** One step up; IMMEDIATE stays. */
    public Urgency raised() {
        return this == IMMEDIATE ? this : values()[ordinal() + 1];
    }

    /** The most urgent first. */
    public static Comparator<Urgency> mostUrgentFirst() {
        return Comparator.reverseOrder();
    }
}
