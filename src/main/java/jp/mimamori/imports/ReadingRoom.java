package jp.mimamori.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads uploads one after the other, and remembers the last few as long as neither they nor what is kept has changed. Nothing of it need
 * survive: after a restart an upload is simply read again.
 */
final class ReadingRoom implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRoom.class);
    /** Each holds all rows of its files. */
    private static final int REMEMBERED = 3;

    private final Understanding understanding;
    private final KeptHospital kept;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "upload-reader");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Long, Reading> readings = new LinkedHashMap<>(8, 0.75f, true);

    ReadingRoom(Understanding understanding, KeptHospital kept) {
        this.understanding = understanding;
        this.kept = kept;
    }

    /** One reading, going on or done. */
    static final class Reading {

        private final long revision;
        private final long version;
        private volatile @Nullable Message said;
        private volatile double share = -1;
        private @Nullable Future<Understood> result;

        Reading(long revision, long version) {
            this.revision = revision;
            this.version = version;
        }

        void at(Message what, double how) {
            said = what;
            share = how;
        }

        /** How far it is; null before it began. */
        @Nullable Message said() {
            return said;
        }

        double share() {
            return share;
        }

        boolean isDone() {
            return result != null && result.isDone();
        }
    }

    /** The reading of {@code upload} as it stands now; begun where there is none yet. */
    synchronized Reading reading(Upload upload) {
        long version = kept.version();
        Reading known = readings.get(upload.id());
        if (known != null && known.revision == upload.revision() && known.version == version) {
            return known;
        }
        Reading fresh = new Reading(upload.revision(), version);
        fresh.result = reader.submit(() -> read(upload, fresh));
        readings.put(upload.id(), fresh);
        var eldest = readings.entrySet().iterator();
        while (readings.size() > REMEMBERED) {
            eldest.next();
            eldest.remove();
        }
        return fresh;
    }

    private Understood read(Upload upload, Reading reading) {
        try {
            return understanding.read(upload, reading::at);
        } catch (RuntimeException | Error e) {
            LOG.error("upload {} could not be read", upload.id(), e);
            throw e;
        }
    }

    synchronized void forget(long id) {
        readings.remove(id);
    }

    /** What {@code upload} was understood as, if that is known by now. */
    Optional<Understood> understood(Upload upload) {
        Reading reading = reading(upload);
        return reading.isDone() ? Optional.of(await(upload)) : Optional.empty();
    }

    /** Waits for it. */
    Understood await(Upload upload) {
        Future<Understood> result = java.util.Objects.requireNonNull(reading(upload).result);
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading upload " + upload.id(), e);
        } catch (ExecutionException e) {
            // not tried again by itself: the next try would fail alike
            throw new UnreadUploadException(upload.id(), e);
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
