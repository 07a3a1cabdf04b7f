package jp.mimamori.findings;

/** Yes or no. */
public enum Answer {
    YES,
    NO;

    static Answer of(boolean yes) {
        return yes ? YES : NO;
    }
}
