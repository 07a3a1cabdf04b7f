package jp.mimamori.hospital;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One bringing-in of files.
 *
 * @param asOf    the day its reading holds for
 * @param by      the account that did it
 * @param summary what it did, in JSON, for the list of imports
 */
public record ImportRun(long id, State state, LocalDate asOf, String by, Instant at, String summary) {

    /** What has become of it. */
    public enum State { COMMITTED, UNDONE }
}
