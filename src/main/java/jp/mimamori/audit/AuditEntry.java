package jp.mimamori.audit;

/**
 * An event in its place in the trail.
 *
 * @param number   1 for the first; no number is left out
 * @param previous the seal of the entry before; {@link Seal#ORIGIN} for the first
 * @param seal     {@link Seal#of} of all of the above
 */
public record AuditEntry(long number, AuditEvent event, String previous, String seal) {
}
