package jp.mimamori.dossier;

import java.util.List;
import java.util.Optional;
import jp.mimamori.hospital.Kind;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Tracked;

/** Single records out of what is kept, and all that each has been. */
public interface Records {

    Optional<Kept<Tracked>> finding(String key);

    Optional<Kept<Device>> device(String key);

    /** All that the finding has been, the newest first. */
    List<Version<Tracked>> findingVersions(String key);

    /** All that the device has been, the newest first. */
    List<Version<Device>> deviceVersions(String key);

    /** Whether this import or change by hand touched this record and nothing else, and brought in no file. */
    boolean isOnlyOf(long run, Kind kind, String key);
}
