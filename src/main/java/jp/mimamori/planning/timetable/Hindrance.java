package jp.mimamori.planning.timetable;

/** What can stand against a start, in the words of the result. */
public enum Hindrance {
    HORIZON("horizon"),
    EARLIEST("earliest"),
    PINNED("pinned"),
    BOOKING("booking"),
    BLACKOUT("blackout"),
    DUTY("emergency duty"),
    SKILL("skill"),
    SHIFT("shift"),
    VENDOR_ABSENT("vendor absent"),
    VENDOR_DAY("vendor day"),
    VENDOR_LEAD("vendor lead time"),
    ORDER("order"),
    SOAK("soak"),
    DEVICE_BUSY("device busy"),
    REDUNDANCY("redundancy"),
    GAP("gap"),
    VENDOR_BUSY("vendor busy"),
    VENDOR_VISITS("vendor visits"),
    STAFF_BUSY("staff busy"),
    NIGHTS("nights"),
    REST("rest");

    private final String constraint;

    Hindrance(String constraint) {
        this.constraint = constraint;
    }

    /** The constraint's name in the schedule JSON. */
    public String constraint() {
        return constraint;
    }

    /** The key of a text about it. */
    public String key(String kind) {
        return kind + "." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
