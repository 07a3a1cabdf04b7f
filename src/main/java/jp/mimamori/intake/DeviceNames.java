package jp.mimamori.intake;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.mimamori.intake.estimate.DeviceDraft;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.intake.value.YesNo;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/** Whether the name a ledger gives a device can be a name of a device of the inventory. */
final class DeviceNames {

    /** How well a ledger's name goes with a device. */
    enum Fit {
        /** The same name, a part of it, or the same kind of device. */
        SAME,
        /** Nothing to compare: one of the two has no name. */
        UNKNOWN,
        /** Not alike, but the ledger's name tells no kind of device: an abbreviation, a room, a number. */
        DOUBTFUL,
        /** Another kind of device. */
        OTHER
    }

    /** Words that stand in the names of all kinds of devices and tell none apart. */
    private static final Pattern COMMON =
            Pattern.compile("装置|機器|システム|サ-バ|サーバ|端末|本体|医療用|一式|管理|専用|用|system|device|server|unit|[\\s()\\[\\]【】・/_.,#-]");
    private static final int SHARED_RUN = 2;
    private static final int SHORT = 3;

    private final Map<String, @Nullable String> categories = new HashMap<>();

    /** Drafts whose estimate tells the category of each of {@code names}; the estimates go to {@link #learn}. */
    static List<DeviceDraft> drafts(Set<String> names) {
        return names.stream().map(DeviceNames::draft).toList();
    }

    /** Takes the categories from what the names were estimated as. */
    void learn(List<Device> estimated) {
        for (Device device : estimated) {
            if (device.name() != null) {
                categories.put(device.name(), known(device.category()));
            }
        }
    }

    private static @Nullable String known(@Nullable String category) {
        return category == null || category.equals("-") ? null : category;
    }

    Fit fit(@Nullable String name, @Nullable String model, Device device) {
        Set<String> written = keys(name, model);
        Set<String> listed = keys(device.name(), device.genericName(), device.model(), device.hostname());
        if (name == null || written.isEmpty() || listed.isEmpty()) {
            return Fit.UNKNOWN;
        }
        for (String one : written) {
            for (String other : listed) {
                if (one.equals(other) || one.length() > 1 && other.length() > 1 && (one.contains(other) || other.contains(one))) {
                    return Fit.SAME;
                }
            }
        }
        String category = categories.get(name);
        String known = known(device.category());
        if (category != null && known != null) {
            return category.equals(known) ? Fit.SAME : Fit.OTHER;
        }
        if (written.stream().anyMatch(one -> listed.stream().anyMatch(other -> shareRun(one, other)))) {
            return Fit.SAME;
        }
        return category == null && isAbbreviation(name) ? Fit.DOUBTFUL : Fit.OTHER;
    }

    /** BSM-1, DR室: a word in full would be one of the inventory's words, or another device. */
    private static boolean isAbbreviation(String name) {
        String bare = COMMON.matcher(Characters.key(name)).replaceAll("");
        return bare.length() <= SHORT || bare.chars().allMatch(c -> c < 0x80);
    }

    private static boolean shareRun(String one, String other) {
        String bare = COMMON.matcher(one).replaceAll(" ");
        String rest = COMMON.matcher(other).replaceAll(" ");
        for (int at = 0; at + SHARED_RUN <= bare.length(); at++) {
            String run = bare.substring(at, at + SHARED_RUN);
            if (run.chars().noneMatch(c -> c == ' ' || Character.isDigit(c)) && rest.contains(run)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> keys(@Nullable String... names) {
        Set<String> keys = new LinkedHashSet<>();
        for (String name : names) {
            if (name != null) {
                String key = Characters.key(name);
                if (!key.isEmpty()) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private static DeviceDraft draft(String name) {
        return new DeviceDraft(null, null, name, null, null, null, null, null, null, null, null, null, List.of(), null, null,
                null, YesNo.BLANK, YesNo.BLANK, null, null, false, null, null, null, null, null, null, null, 1,
                DeviceStatus.UNKNOWN, null, null, new Source("", null, 1), null);
    }
}
