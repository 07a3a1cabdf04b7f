package jp.mimamori.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A control that a named person verified, with what they know it by. It is kept for ever: what turns out wrong is withdrawn.
 *
 * @param id         unique among controls
 * @param about      where it stands: for one finding, or for the whole device
 * @param code       its code in the catalogue
 * @param verifiedBy who looked
 * @param evidence   how they know
 * @param verified   when they looked
 * @param validUntil the last day it counts
 * @param recordedBy the account that wrote it down
 * @param withdrawal null while it stands
 */
public record ControlRecord(long id, About about, String code, String verifiedBy, String evidence, LocalDate verified, LocalDate validUntil,
        String recordedBy, Instant recordedAt, @Nullable Withdrawal withdrawal, List<File> files) {

    /** From so many days before its end it is marked. */
    private static final int SOON = 14;

    public ControlRecord {
        files = List.copyOf(files);
    }

    /** Who took it back, and when. */
    public record Withdrawal(String by, Instant at) {
    }

    /**
     * A file beside it.
     *
     * @param size in bytes
     */
    public record File(long id, String name, EvidenceType type, int size) {
    }

    /** How it stands on a day. */
    public enum State { STANDS, ENDS_SOON, ENDED, WITHDRAWN }

    public State on(LocalDate day) {
        if (withdrawal != null) {
            return State.WITHDRAWN;
        }
        if (validUntil.isBefore(day)) {
            return State.ENDED;
        }
        return validUntil.isBefore(day.plusDays(SOON)) ? State.ENDS_SOON : State.STANDS;
    }
}
