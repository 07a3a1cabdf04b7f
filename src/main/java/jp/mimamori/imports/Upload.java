package jp.mimamori.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.mimamori.intake.SheetRole;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody has put down. Nothing of them is kept by the hospital before they are brought in.
 *
 * @param asOf     the day the reading holds for
 * @param revision grows with every change of what is to be read and how
 * @param importId the import they were brought in with; null before
 */
public record Upload(long id, State state, LocalDate asOf, String by, Instant at, long revision, List<File> files, Answers answers,
        @Nullable Long importId) {

    /** What has become of it. */
    public enum State { OPEN, BROUGHT_IN }

    public Upload {
        files = List.copyOf(files);
    }

    /**
     * One of the files.
     *
     * @param size in bytes
     * @param role what its sheets are read as; null to recognise that
     */
    public record File(int position, String name, String sha256, long size, @Nullable SheetRole role) {
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
