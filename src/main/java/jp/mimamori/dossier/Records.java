package jp.mimamori.dossier;

import java.util.List;
import java.util.Optional;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Kind;
import jp.mimamori.inventory.Device;

/** Single records out of what is kept, and all that each has been. */
public interface Records {

    Optional<Kept<KeptFinding>> finding(String key);

    Optional<Kept<Device>> device(String key);

    /** All that the finding has been, the newest first. */
    List<Version<KeptFinding>> findingVersions(String key);

    /** All that the device has been, the newest first. */
    List<Version<Device>> deviceVersions(String key);

    /** Whether this import or change by hand touched this record and nothing else, and brought in no file. */
    boolean isOnlyOf(long run, Kind kind, String key);
}
