package jp.mimamori.intake;

/** What a sheet holds. */
public enum SheetRole {
    INVENTORY,
    LEDGER,
    UTILISATION,
    BOOKINGS,
    STAFF,
    VENDORS,
    CALENDAR,
    KEV,
    EPSS
}
