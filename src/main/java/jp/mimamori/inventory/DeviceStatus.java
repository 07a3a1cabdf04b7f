package jp.mimamori.inventory;

/** Whether a device is in use. */
public enum DeviceStatus {
    IN_USE,
    SPARE,
    /** 休止: kept, but taken out of use. */
    IDLE,
    ON_LOAN,
    DISPOSED,
    UNKNOWN
}
