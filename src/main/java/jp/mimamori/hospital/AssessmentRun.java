package jp.mimamori.hospital;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One deciding of everything that is kept.
 *
 * @param edition         grows with every change of the rows that lists show, within this run too
 * @param hospitalVersion the {@link HospitalStore#version} it was made from
 * @param policy          version of the rules and tables
 * @param asOf            the day the decisions hold for
 */
public record AssessmentRun(long id, long edition, long hospitalVersion, String policy, LocalDate asOf, Instant at) {
}
