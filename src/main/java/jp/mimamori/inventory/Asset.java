package jp.mimamori.inventory;

/** Whether a device is a medical device (under the PMD Act) or plain information technology. */
public enum Asset {
    MEDICAL,
    IT
}
