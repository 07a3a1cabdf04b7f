package jp.mimamori.planning.reasons;

/** What people may grant so that a task finds a window, with the gravity of asking for it. */
enum Concession {
    /** Another task goes elsewhere: nothing but the plan changes. */
    TASK_MOVED("task moved", Gravity.PLAN),
    LATER_HORIZON("later horizon", Gravity.ARRANGE),
    LONGER_SHIFT("longer shift", Gravity.ARRANGE),
    BOOKING_MOVED("booking moved", Gravity.ARRANGE),
    EXTRA_SHIFT("extra shift", Gravity.EFFORT),
    STAFF_BORROWED("staff borrowed", Gravity.EFFORT),
    VENDOR_VISIT("vendor visit", Gravity.EFFORT),
    VENDOR_DAY("vendor day", Gravity.EFFORT),
    VENDOR_ENGINEER("vendor engineer", Gravity.EFFORT),
    VENDOR_LEAD("vendor lead time", Gravity.EFFORT),
    PIN_RELEASED("pin released", Gravity.RULE),
    FREEZE_LIFTED("freeze lifted", Gravity.RULE),
    DUTY_LIFTED("emergency duty", Gravity.RULE),
    REDUNDANCY("redundancy", Gravity.RULE),
    GAP("gap", Gravity.RULE),
    SOAK("soak", Gravity.RULE),
    NIGHTS("nights", Gravity.RULE),
    REST("rest", Gravity.RULE),
    EARLIER_PATCH("earlier patch", Gravity.RULE),
    ORDER("order", Gravity.RULE);

    /** What a concession asks, the least first. */
    enum Gravity {
        /** Only the plan changes. */
        PLAN,
        /** Something is arranged within the hospital. */
        ARRANGE,
        /** Somebody does more than planned, for money. */
        EFFORT,
        /** A rule that protects somebody is loosened once. */
        RULE
    }

    private final String kind;
    private final Gravity gravity;

    Concession(String kind, Gravity gravity) {
        this.kind = kind;
        this.gravity = gravity;
    }

    /** The concession of that name in the schedule JSON. */
    static Concession of(String kind) {
        for (Concession concession : values()) {
            if (concession.kind.equals(kind)) {
                return concession;
            }
        }
        throw new IllegalArgumentException("no concession is called " + kind);
    }

    /** Its name in the schedule JSON. */
    String kind() {
        return kind;
    }

    Gravity gravity() {
        return gravity;
    }

    /** The key of its text. */
    String key() {
        return "ask." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
