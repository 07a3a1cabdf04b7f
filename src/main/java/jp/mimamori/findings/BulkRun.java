package jp.mimamori.findings;

import java.time.Instant;

/**
 * A change of many findings that was made.
 *
 * @param value  what they were to say
 * @param undone whether it was taken back
 */
public record BulkRun(long id, BulkField field, String value, int count, String by, Instant at, boolean undone) {
}
