package jp.mimamori.dossier;

/**
 * What something is said of: one finding, or a whole device.
 *
 * @param key the key of the kept record
 */
public record About(Kind kind, String key) {

    /** Of which the key is. */
    public enum Kind { FINDING, DEVICE }

    public static About finding(String key) {
        return new About(Kind.FINDING, key);
    }

    public static About device(String key) {
        return new About(Kind.DEVICE, key);
    }

    /** The name it has in the audit trail: {@code finding/id:VT-2025-001}. */
    public String subject() {
        return (kind == Kind.FINDING ? "finding/" : "device/") + key;
    }
}
