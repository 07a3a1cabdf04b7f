package jp.mimamori.intake.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.inventory.DeviceStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which devices can stand in for each other. A column of the sheet says so; else devices of the same facility, the same
 * department and the same keyword of an interchangeable category (two CTs of one department; an infusion pump is no syringe
 * pump). A row without a department is grouped with no other row. Disposed and idle devices count for nothing.
 */
final class Redundancy {

    private final Map<String, Integer> units = new HashMap<>();

    Redundancy(List<DeviceDraft> drafts, List<Optional<Categories.Match>> matches) {
        for (int i = 0; i < drafts.size(); i++) {
            String key = key(drafts.get(i), matches.get(i));
            if (key != null && counts(drafts.get(i))) {
                units.merge(key, Math.max(1, drafts.get(i).quantity()), Integer::sum);
            }
        }
    }

    /** How many units can do this device's work, itself included. */
    int units(DeviceDraft device, Optional<Categories.Match> match) {
        String key = key(device, match);
        int own = match.isPresent() && match.get().category().interchangeable() ? Math.max(1, device.quantity()) : 1;
        return key == null ? own : Math.max(own, units.getOrDefault(key, 1));
    }

    /** The group to plan by; null where nothing else can stand in. */
    @Nullable
    String group(DeviceDraft device, Optional<Categories.Match> match) {
        if (device.group() != null) {
            return device.group();
        }
        String key = key(device, match);
        return key != null && units.getOrDefault(key, 1) >= 2 ? key : null;
    }

    private static @Nullable String key(DeviceDraft device, Optional<Categories.Match> match) {
        if (device.group() != null) {
            return device.group();
        }
        if (match.isEmpty() || !match.get().category().interchangeable() || device.department() == null) {
            return null;
        }
        String facility = device.facility() == null ? "" : device.facility() + "/";
        return facility + device.department() + "/" + match.get().keyword();
    }

    private static boolean counts(DeviceDraft device) {
        return device.status() != DeviceStatus.DISPOSED && device.status() != DeviceStatus.IDLE;
    }
}
