package jp.mimamori.hospital;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.intake.NumberKey;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import org.jspecify.annotations.Nullable;

/**
 * By what devices and findings are recognised when a newer version of a list is brought in: the hospital's own number; else the serial
 * number; else everything that names them. Records that share all that are told apart by their order, so none is ever taken for another's
 * change and lost.
 */
public final class RecordKeys {

    private static final int LONGEST = 300;

    private RecordKeys() {
    }

    public static List<Keyed<Device>> devices(List<Device> devices) {
        return keyed(devices, RecordKeys::of);
    }

    public static List<Keyed<Tracked>> findings(List<Tracked> findings) {
        return keyed(findings, RecordKeys::of);
    }

    private static String of(Device device) {
        if (device.id() != null) {
            return "id:" + NumberKey.of(device.id());
        }
        return device.serial() != null ? "serial:" + NumberKey.of(device.serial())
                : "name:" + joined(device.facility(), device.department(), device.location(), device.name(), device.model(), device.hostname());
    }

    private static String of(Tracked tracked) {
        Finding finding = tracked.finding();
        if (finding.id() != null) {
            return "id:" + NumberKey.of(finding.id());
        }
        return "on:" + of(tracked.device()) + "|" + finding.vulnerabilities().stream().map(NumberKey::of).sorted().collect(Collectors.joining(","))
                + "|" + joined(finding.software());
    }

    private static String joined(@Nullable String... names) {
        return Stream.of(names).map(name -> name == null ? "" : NumberKey.of(name)).collect(Collectors.joining("|"));
    }

    private static <T extends Record> List<Keyed<T>> keyed(List<T> records, Function<T, String> key) {
        Map<String, Integer> met = new HashMap<>();
        List<Keyed<T>> keyed = new ArrayList<>(records.size());
        for (T value : records) {
            String name = bounded(key.apply(value));
            int before = met.merge(name, 1, Integer::sum);
            keyed.add(new Keyed<>(before == 1 ? name : name + "#" + before, value));
        }
        return keyed;
    }

    /** A key too long for the store keeps its beginning and a checksum of the whole. */
    private static String bounded(String key) {
        return key.length() <= LONGEST ? key : key.substring(0, LONGEST) + "…" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
