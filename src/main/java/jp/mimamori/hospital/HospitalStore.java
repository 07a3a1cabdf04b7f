package jp.mimamori.hospital;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What the hospital has brought in. An import is whole or not there at all, and can be taken back. */
public interface HospitalStore {

    /** Grows with every import that is committed or taken back. */
    long version();

    /** Every record of {@code kind} as it stands now, in the order it was brought in: its key and its JSON. */
    void now(Kind kind, BiConsumer<String, String> each);

    /** The JSON of the record of {@code key} as it stands now; empty where there is none. */
    Optional<String> one(Kind kind, String key);

    /**
     * Commits an import: each step replaces, adds or closes the record of its key.
     *
     * @param seen the {@link #version} that whoever agreed to the steps had looked at
     * @throws StaleException where something was committed since
     */
    ImportRun commit(LocalDate asOf, String by, String summary, List<KeptFile> files, List<Step> steps, long seen) throws StaleException;

    /**
     * Takes an import back: its records go, and those it had replaced or closed stand again.
     *
     * @throws TouchedException where a later import has changed the same records since; that one has to be taken back first
     */
    void undo(long importId, String by) throws TouchedException;

    /** The newest first. */
    List<ImportRun> imports(int limit);

    /** The import that stands and holds a file of this content. */
    Optional<ImportRun> holding(String sha256);

    /** A file as it was brought in. */
    record KeptFile(String name, String sha256, byte[] bytes) {
    }

    /** Somebody else has changed what is kept in the meantime; the difference has to be looked at anew. */
    final class StaleException extends Exception {

        private static final long serialVersionUID = 1L;

        public StaleException(long seen, long now) {
            super("seen " + seen + ", now " + now);
        }
    }

    /** A later import builds on this one. */
    final class TouchedException extends Exception {

        private static final long serialVersionUID = 1L;
        private final long later;

        public TouchedException(long later) {
            super("import " + later + " is later");
            this.later = later;
        }

        /** The import that has to be taken back first. */
        public long later() {
            return later;
        }
    }
}
