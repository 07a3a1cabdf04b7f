package jp.mimamori.hospital;

/**
 * A record with what it is recognised by when it comes again.
 *
 * @param key unique among the records of one state
 */
public record Keyed<T extends Record>(String key, T value) {
}
