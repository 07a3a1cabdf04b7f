package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.inventory.Device;
import org.jspecify.annotations.Nullable;

/** The devices of all inventories, found by number, serial or name. Only what fits exactly one device is a match. */
final class DeviceIndex {

    private final Map<String, List<Device>> byId = new HashMap<>();
    private final Map<String, List<Device>> byOtherId = new HashMap<>();
    private final Map<String, List<Device>> byBareId = new HashMap<>();
    private final Map<String, List<Device>> bySerial = new HashMap<>();
    private final Map<String, List<Device>> byName = new HashMap<>();
    private final boolean empty;

    /** @param otherIds further numbers of the devices, by their place in {@code devices} */
    DeviceIndex(List<Device> devices, Map<Integer, List<String>> otherIds) {
        empty = devices.isEmpty();
        for (int i = 0; i < devices.size(); i++) {
            Device device = devices.get(i);
            put(byId, device.id(), device);
            put(byBareId, bare(device.id()), device);
            put(bySerial, device.serial(), device);
            put(byName, device.name(), device);
            for (String id : otherIds.getOrDefault(i, List.of())) {
                put(byOtherId, id, device);
            }
        }
    }

    private static void put(Map<String, List<Device>> index, @Nullable String key, Device device) {
        if (key != null && !key.isBlank()) {
            index.computeIfAbsent(key(key), k -> new ArrayList<>(1)).add(device);
        }
    }

    static String key(String text) {
        return NumberKey.of(text);
    }

    /** A number that Excel may have robbed of its leading zeros; null where it has other characters. */
    private static @Nullable String bare(@Nullable String id) {
        String key = id == null ? "" : key(id);
        int zeros = 0;
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < '0' || key.charAt(i) > '9') {
                return null;
            }
            zeros += zeros == i && i + 1 < key.length() && key.charAt(i) == '0' ? 1 : 0;
        }
        return key.isEmpty() ? null : key.substring(zeros);
    }

    boolean isEmpty() {
        return empty;
    }

    List<Device> withId(String id) {
        List<Device> found = byId.getOrDefault(key(id), List.of());
        return found.isEmpty() ? byOtherId.getOrDefault(key(id), List.of()) : found;
    }

    List<Device> withBareId(String id) {
        String bare = bare(id);
        return bare == null ? List.of() : byBareId.getOrDefault(bare, List.of());
    }

    /** Whether Excel may have made {@code id} out of a number with leading zeros. */
    static boolean isBare(String id) {
        return key(id).equals(bare(id));
    }

    List<Device> withSerial(String serial) {
        return bySerial.getOrDefault(key(serial), List.of());
    }

    /** The devices of that name, of that model and department too where the row names them. */
    List<Device> named(String name, @Nullable String model, @Nullable String department) {
        return byName.getOrDefault(key(name), List.of()).stream()
                .filter(d -> model == null || d.model() != null && key(d.model()).equals(key(model)))
                .filter(d -> department == null || d.department() != null && key(d.department()).equals(key(department)))
                .toList();
    }
}
