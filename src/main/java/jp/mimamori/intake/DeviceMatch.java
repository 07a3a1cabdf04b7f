package jp.mimamori.intake;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.intake.value.Values;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.ledger.Finding;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The device of the inventory that a ledger row means. Number, serial and name must not speak against each other: a finding on
 * the wrong device is worse than one on a device that is made out of the row.
 */
final class DeviceMatch {

    private final DeviceIndex index;
    private final DeviceNames names;
    private final Values values;

    DeviceMatch(DeviceIndex index, DeviceNames names, Values values) {
        this.index = index;
        this.names = names;
        this.values = values;
    }

    /** The row with its number where it belongs: under a header such as 対象機器 some write the number, some the name. */
    FindingJoin.Waiting numbered(FindingJoin.Waiting waiting) {
        String name = waiting.finding().deviceName();
        if (waiting.finding().deviceId() != null || name == null || index.isEmpty() || !index.named(name, null, null).isEmpty()
                || index.withId(name).isEmpty() && DeviceList.read(name, index).size() < 2) {
            return waiting;
        }
        waiting.row().tell("INTAKE-363", Severity.INFO, "deviceName", name);
        return FindingJoin.of(waiting, name, null);
    }

    /** The numbers of the devices the row names: one, several where the cell lists them, or a single null. */
    List<@Nullable String> ids(FindingJoin.Waiting waiting) {
        String id = waiting.finding().deviceId();
        List<@Nullable String> ids = new ArrayList<>();
        if (id == null || index.isEmpty() || !index.withId(id).isEmpty()) {
            ids.add(id);
            return ids;
        }
        String field = waiting.row().has("deviceId") ? "deviceId" : "deviceName";
        List<String> listed = DeviceList.read(waiting.row().cell(field).text(), index);
        if (listed.size() > 1) {
            waiting.row().tell("INTAKE-360", Severity.INFO, field, id, listed.size(), String.join(", ", listed));
            if (waiting.row().has("serial")) {
                waiting.row().tell("INTAKE-003", Severity.INFO, "serial", listed.size());
            }
            ids.addAll(listed);
            return ids;
        }
        if (DeviceList.looksLikeOne(waiting.row().cell(field).text())) {
            waiting.row().tell("INTAKE-362", Severity.WARNING, field, id);
        }
        ids.add(id);
        return ids;
    }

    /**
     * The device; null where none is certain, which an issue tells.
     *
     * @param alone whether the row names this device only: the serial number of a row of several belongs to one of them, and nobody
     *              can say which
     */
    @Nullable Device match(FindingJoin.Waiting waiting, @Nullable String id, boolean alone) {
        if (index.isEmpty()) {
            return null;
        }
        Finding finding = waiting.finding();
        RowCells row = waiting.row();
        List<Device> bySerial = alone ? bySerial(row) : List.of();
        if (id != null) {
            List<Device> candidates = candidates(id);
            if (!candidates.isEmpty()) {
                return among(candidates, bySerial, id, finding, row);
            }
        }
        if (bySerial.size() == 1) {
            Device device = bySerial.get(0);
            if (fit(finding, row, device) == DeviceNames.Fit.OTHER) {
                row.tell("INTAKE-359", Severity.WARNING, "serial", id == null ? "" : id, said(finding), named(bySerial));
                return null;
            }
            row.tell("INTAKE-354", Severity.INFO, "serial", requireNonNull(text(row, "serial")), called(device));
            return device;
        }
        if (id != null) {
            row.tell("INTAKE-351", Severity.WARNING, "deviceId", id);
            return null;
        }
        return byName(finding, row);
    }

    /** The devices of that number; a number without leading zeros may be one that Excel took them from. */
    private List<Device> candidates(String id) {
        Set<Device> candidates = new LinkedHashSet<>(index.withId(id));
        if (candidates.isEmpty() || DeviceIndex.isBare(id)) {
            candidates.addAll(index.withBareId(id));
        }
        return List.copyOf(candidates);
    }

    private @Nullable Device among(List<Device> candidates, List<Device> bySerial, String id, Finding finding, RowCells row) {
        List<Device> agreeing = candidates.stream().filter(d -> fit(finding, row, d) != DeviceNames.Fit.OTHER).toList();
        if (!bySerial.isEmpty()) {
            agreeing = agreeing.stream().filter(bySerial::contains).toList();
        }
        if (agreeing.isEmpty()) {
            Set<Device> all = new LinkedHashSet<>(candidates);
            all.addAll(bySerial);
            row.tell("INTAKE-359", Severity.WARNING, "deviceId", id, said(finding), named(all));
            return null;
        }
        boolean numbers = candidates.stream().map(d -> DeviceIndex.key(String.valueOf(d.id()))).distinct().count() > 1
                && !index.withId(id).containsAll(candidates);
        if (numbers) {
            return amongTwins(agreeing, candidates, id, finding, row);
        }
        List<Device> live = agreeing.stream().filter(DeviceMatch::isLive).toList();
        List<Device> narrowed = sameName(live.isEmpty() ? agreeing : live, finding);
        Device device = narrowed.stream().max(Comparator.comparingInt(DeviceMatch::severity)
                .thenComparing(narrowed::indexOf, Comparator.reverseOrder())).orElseThrow();
        if (candidates.size() > 1) {
            row.tell("INTAKE-352", Severity.WARNING, "deviceId", id, candidates.size(), String.valueOf(device.source().row()));
        } else if (index.withId(id).isEmpty()) {
            row.tell("INTAKE-353", Severity.INFO, "deviceId", id, called(device));
        }
        if (fit(finding, row, device) == DeviceNames.Fit.DOUBTFUL) {
            row.tell("INTAKE-358", Severity.WARNING, "deviceName", said(finding), named(List.of(device)));
        }
        return device;
    }

    /** Of 123 and 00123 only the one whose name the row gives is certain. */
    private @Nullable Device amongTwins(List<Device> agreeing, List<Device> twins, String id, Finding finding, RowCells row) {
        List<Device> certain = agreeing.stream().filter(d -> fit(finding, row, d) == DeviceNames.Fit.SAME).toList();
        if (certain.size() > 1) {
            certain = certain.stream().filter(DeviceMatch::isLive).toList();
        }
        if (certain.size() == 1) {
            row.tell("INTAKE-353", Severity.INFO, "deviceId", id, called(certain.get(0)));
            return certain.get(0);
        }
        row.tell("INTAKE-359", Severity.WARNING, "deviceId", id, said(finding), named(twins));
        return null;
    }

    private @Nullable Device byName(Finding finding, RowCells row) {
        String name = finding.deviceName();
        if (name == null) {
            if (!FindingJoin.isUnnamed(finding, row)) {
                row.tell("INTAKE-356", Severity.WARNING, "deviceName", "", 0);
            }
            return null;
        }
        List<Device> named = index.named(name, text(row, "model"), text(row, "department"));
        List<Device> live = named.stream().filter(DeviceMatch::isLive).toList();
        // a lot is meant as a whole where the row names its model too; by the name alone it may be one of its units
        if (live.size() == 1 && (live.get(0).quantity() == 1 || text(row, "model") != null)) {
            row.tell("INTAKE-355", named.size() == 1 ? Severity.INFO : Severity.WARNING, "deviceName", name, called(live.get(0)));
            return live.get(0);
        }
        row.tell("INTAKE-356", Severity.WARNING, "deviceName", name, named.stream().mapToInt(Device::quantity).sum());
        return null;
    }

    private List<Device> bySerial(RowCells row) {
        String serial = text(row, "serial");
        List<Device> found = serial == null ? List.of() : index.withSerial(serial);
        return found.size() == 1 ? found : List.of(); // 一式 on several devices is no serial number
    }

    private DeviceNames.Fit fit(Finding finding, RowCells row, Device device) {
        return names.fit(finding.deviceName(), text(row, "model"), device);
    }

    private @Nullable String text(RowCells row, String field) {
        return row.has(field) ? values.named(row.row().cell(row.row().filled(field).get(0))).value() : null;
    }

    private static List<Device> sameName(List<Device> devices, Finding finding) {
        List<Device> same = finding.deviceName() == null ? List.of() : devices.stream()
                .filter(d -> d.name() != null && DeviceIndex.key(d.name()).equals(DeviceIndex.key(finding.deviceName()))).toList();
        return same.isEmpty() ? devices : same;
    }

    /** Unknown harm is not taken for a low one. */
    private static int severity(Device device) {
        return device.safety().value().ordinal();
    }

    static boolean isLive(Device device) {
        return device.status() != DeviceStatus.DISPOSED && device.status() != DeviceStatus.IDLE;
    }

    private static String said(Finding finding) {
        return finding.deviceName() == null ? "" : finding.deviceName();
    }

    private static String named(Iterable<Device> devices) {
        List<String> named = new ArrayList<>();
        for (Device device : devices) {
            named.add(called(device) + (device.id() != null && device.name() != null ? " " + device.name() : "")
                    + "（" + device.source().row() + "）");
        }
        return named.stream().limit(5).collect(Collectors.joining(", "));
    }

    private static String called(Device device) {
        return device.id() != null ? device.id() : device.name() != null ? device.name() : "";
    }
}
