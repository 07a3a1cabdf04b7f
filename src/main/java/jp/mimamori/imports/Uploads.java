package jp.mimamori.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.hospital.Step;
import jp.mimamori.intake.SheetRole;
import org.jspecify.annotations.Nullable;

/** The files that wait to be brought in. Each change is whole or not there at all, and stands in the audit trail. */
public interface Uploads {

    /** Puts files down. Gives the id of the upload. */
    long stage(LocalDate asOf, String by, List<NewFile> files);

    Optional<Upload> upload(long id);

    /** The open ones, the newest first. */
    List<Upload> open();

    byte[] bytes(long id, int position);

    void asOf(long id, LocalDate day, String by);

    /** @param role null to recognise it again */
    void role(long id, int position, @Nullable SheetRole role, String by);

    void removeFile(long id, int position, String by);

    /** What is read has to be read anew, since a mapping was changed. */
    void mappingChanged(long id);

    void answer(long id, Answers answers);

    /** Takes an open upload away with all its files. */
    void discard(long id, String by);

    /** Takes away the open uploads from before {@code then}, and the files of those that were brought in. */
    int sweep(Instant then);

    /**
     * Brings an upload in.
     *
     * @param declined versions of records that were seen and not taken, by their checksums
     * @param after    what else has to happen with it, in the same transaction
     */
    ImportRun bringIn(Upload upload, String by, String summary, List<HospitalStore.KeptFile> files, List<Step> steps, List<Declined> declined,
            long seen, Runnable after) throws HospitalStore.StaleException;

    /** Takes an import back. */
    void takeBack(long importId, String by, Runnable after) throws HospitalStore.TouchedException;

    /** Whether that version of a record was seen and not taken. */
    boolean isDeclined(Declined version);

    /** Somebody was given the annotated file. */
    void handedOut(long id, String file, String by);

    /** A file that is put down. */
    record NewFile(String name, byte[] bytes) {
    }

    /** A version of a record that was seen and not taken. */
    record Declined(jp.mimamori.hospital.Kind kind, String key, String sha256) {
    }
}
