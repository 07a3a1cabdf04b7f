package jp.mimamori.dossier;

import java.util.List;

/** The patch windows of one finding or device, in the plan that is published. Whoever keeps plans answers; without a plan there is none. */
public interface WindowOf {

    /** The work that settles this finding, the earliest first; empty where no plan holds any. */
    List<PlannedWork> ofFinding(String findingKey);

    /** All work on this device, the earliest first. */
    List<PlannedWork> ofDevice(String deviceKey);
}
