package jp.mimamori.hospital;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Tracked;
import org.jspecify.annotations.Nullable;

/** The devices that are kept, found for the findings on them: what is known of a device today counts, not what was when the finding came. */
public final class KnownDevices {

    private static final Pattern COPY = Pattern.compile("#\\d+$");

    private final Map<String, Device> byKey = new HashMap<>();
    private final Map<String, List<String>> alike = new HashMap<>();

    public KnownDevices(List<Keyed<Device>> devices) {
        for (Keyed<Device> each : devices) {
            byKey.put(each.key(), each.value());
            String base = COPY.matcher(each.key()).replaceFirst("");
            alike.computeIfAbsent(base, any -> new ArrayList<>(1)).add(each.key());
        }
    }

    /**
     * The kept device that a finding is on. Empty where it stands in no inventory, where it is gone from it, and where several are so alike
     * that none can be told to be the one: what the finding itself tells of its device counts then.
     */
    public Optional<Keyed<Device>> on(Tracked tracked) {
        if (tracked.implied()) {
            return Optional.empty();
        }
        List<String> keys = alike.getOrDefault(RecordKeys.of(tracked.device()), List.of());
        if (keys.size() == 1) {
            return Optional.of(keyed(keys.get(0)));
        }
        List<String> same = keys.stream().filter(key -> tracked.device().equals(byKey.get(key))).toList();
        if (same.isEmpty()) {
            same = keys.stream().filter(key -> keyed(key).value().source().equals(tracked.device().source())).toList();
        }
        return same.size() == 1 ? Optional.of(keyed(same.get(0))) : Optional.empty();
    }

    /** The device of this key; empty where none is kept or none is named. */
    public Optional<Device> of(@Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(byKey.get(key));
    }

    private Keyed<Device> keyed(String key) {
        return new Keyed<>(key, java.util.Objects.requireNonNull(byKey.get(key)));
    }
}
