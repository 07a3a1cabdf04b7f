package jp.mimamori.dossier;

/**
 * A record as it stands now.
 *
 * @param since the import or change by hand that brought it to this: a change elsewhere does not touch it
 */
public record Kept<T extends Record>(String key, T value, long since) {
}
