package jp.mimamori.backup;

import java.io.IOException;
import java.nio.file.Path;

/** Makes backups of the database it stands before, and fills an empty one out of a backup. */
public interface Backups {

    /** Writes everything as it is at one moment, whoever goes on working meanwhile, into {@code file}, which must not exist yet. */
    Manifest write(Path file) throws IOException;

    /**
     * Fills the database, which must be empty: in the shape the backup has, then brought to today's.
     *
     * @throws UnusableBackupException where the file is none of ours, is damaged, is newer than this program, or does not end with the trail it began with
     */
    Manifest restore(Path file) throws IOException, UnusableBackupException;
}
