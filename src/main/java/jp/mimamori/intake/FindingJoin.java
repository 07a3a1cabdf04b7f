package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.estimate.DeviceDraft;
import jp.mimamori.intake.estimate.Estimates;
import jp.mimamori.intake.estimate.Estimator;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.value.Values;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Gives each finding its device: one of the inventory's where that is certain, else one made out of the ledger row. */
final class FindingJoin {

    private final DeviceIndex index;
    private final DeviceRows deviceRows;
    private final Values values;
    private final Map<String, DeviceDraft> implied = new LinkedHashMap<>();

    FindingJoin(DeviceIndex index, DeviceRows deviceRows, Values values) {
        this.index = index;
        this.deviceRows = deviceRows;
        this.values = values;
    }

    /** A finding that waits for its device. */
    record Waiting(Finding finding, RowCells row, Table table) {
    }

    List<Tracked> join(List<Waiting> findings, Estimator estimator, LocalDate asOf, List<Issue> issues) {
        List<Device> found = new ArrayList<>();
        List<@Nullable String> keys = new ArrayList<>();
        for (Waiting waiting : findings) {
            Device device = match(waiting);
            found.add(device);
            keys.add(device == null ? imply(waiting) : null);
        }
        Estimates estimates = estimator.estimate(List.copyOf(implied.values()), asOf);
        issues.addAll(estimates.issues());
        Map<String, Device> made = new LinkedHashMap<>();
        int i = 0;
        for (String key : implied.keySet()) {
            made.put(key, estimates.devices().get(i++));
        }
        List<Tracked> tracked = new ArrayList<>();
        for (int k = 0; k < findings.size(); k++) {
            Device device = found.get(k);
            tracked.add(device != null ? new Tracked(findings.get(k).finding(), device, false)
                    : new Tracked(findings.get(k).finding(), made.get(keys.get(k)), true));
        }
        return tracked;
    }

    private @Nullable Device match(Waiting waiting) {
        if (index.isEmpty()) {
            return null;
        }
        Finding finding = waiting.finding();
        RowCells row = waiting.row();
        String serial = row.has("serial") ? values.text(row.row().cell("serial")).value() : null;
        if (finding.deviceId() != null) {
            Device byId = byId(finding.deviceId(), finding, row);
            if (byId != null) {
                return byId;
            }
        }
        if (serial != null && index.withSerial(serial).size() == 1) {
            Device device = index.withSerial(serial).get(0);
            row.tell("INTAKE-354", Severity.INFO, "serial", serial, called(device));
            return device;
        }
        if (finding.deviceId() != null) {
            row.tell("INTAKE-351", Severity.WARNING, "deviceId", finding.deviceId());
            return null;
        }
        return byName(finding, row);
    }

    private @Nullable Device byId(String id, Finding finding, RowCells row) {
        List<Device> devices = index.withId(id);
        if (devices.size() > 1) {
            List<Device> narrowed = finding.deviceName() == null ? List.of() : devices.stream()
                    .filter(d -> d.name() != null && DeviceIndex.key(d.name()).equals(DeviceIndex.key(finding.deviceName())))
                    .toList();
            Device device = narrowed.isEmpty() ? devices.get(0) : narrowed.get(0);
            if (narrowed.size() != 1) {
                row.tell("INTAKE-352", Severity.WARNING, "deviceId", id, devices.size(),
                        String.valueOf(device.source().row()));
            }
            return device;
        }
        if (devices.size() == 1) {
            return devices.get(0);
        }
        List<Device> bare = index.withBareId(id);
        if (bare.size() == 1) {
            row.tell("INTAKE-353", Severity.INFO, "deviceId", id, called(bare.get(0)));
            return bare.get(0);
        }
        return null;
    }

    private @Nullable Device byName(Finding finding, RowCells row) {
        if (finding.id() != null && !row.row().header().has("deviceId") && index.withId(finding.id()).size() == 1) {
            row.tell("INTAKE-358", Severity.INFO, "id", finding.id());
            return index.withId(finding.id()).get(0);
        }
        String name = finding.deviceName();
        String model = row.has("model") ? values.text(row.row().cell("model")).value() : null;
        String department = row.has("department") ? values.text(row.row().cell("department")).value() : null;
        if (name == null) {
            row.tell("INTAKE-356", Severity.WARNING, "deviceName", "", 0);
            return null;
        }
        List<Device> named = index.named(name, model, department);
        if (named.size() == 1 && named.get(0).quantity() == 1) {
            row.tell("INTAKE-355", Severity.INFO, "deviceName", name, called(named.get(0)));
            return named.get(0);
        }
        row.tell("INTAKE-356", Severity.WARNING, "deviceName", name,
                named.stream().mapToInt(Device::quantity).sum());
        return null;
    }

    private static String called(Device device) {
        return device.id() != null ? device.id() : device.name() != null ? device.name() : "";
    }

    /** The key of the device that the ledger row implies; rows that name the same device share it. */
    private String imply(Waiting waiting) {
        Finding finding = waiting.finding();
        RowCells row = waiting.row();
        String serial = row.has("serial") ? row.read("serial", values::text) : null;
        String department = row.has("department") ? row.read("department", values::text) : null;
        String key = finding.deviceId() != null ? "id " + DeviceIndex.key(finding.deviceId())
                : DeviceIndex.key("row " + finding.deviceName() + "|" + serial + "|" + department + "|"
                        + (finding.deviceName() == null ? finding.software() : ""));
        DeviceDraft known = implied.get(key);
        if (known == null) {
            if (index.isEmpty()) {
                row.tell("INTAKE-357", Severity.INFO, finding.deviceId() != null ? "deviceId" : "deviceName",
                        finding.deviceId() != null ? finding.deviceId()
                                : finding.deviceName() != null ? finding.deviceName() : "");
            }
            implied.put(key, draft(waiting, serial, department));
        } else if (finding.software() != null && !finding.software().equals(known.osText())
                && !known.software().contains(finding.software())) {
            List<String> software = new ArrayList<>(known.software());
            software.add(finding.software());
            implied.put(key, with(known, known.osText(), software, known.manufacturer(), known.department()));
        }
        return key;
    }

    private DeviceDraft draft(Waiting waiting, @Nullable String serial, @Nullable String department) {
        RowCells row = waiting.row();
        Finding finding = waiting.finding();
        DeviceDraft draft = deviceRows.draft(row, waiting.table(), "device.", finding.deviceId(), serial,
                finding.deviceName(), row.has("model") ? row.read("model", values::text) : null,
                row.read("device.genericName", values::text), row.read("device.hostname", values::text));
        String manufacturer = row.has("manufacturer") ? row.read("manufacturer", values::text) : draft.manufacturer();
        return with(draft, draft.osText() != null ? draft.osText() : finding.software(), draft.software(), manufacturer,
                department != null ? department : draft.department());
    }

    private static DeviceDraft with(DeviceDraft d, @Nullable String osText, List<String> software,
            @Nullable String manufacturer, @Nullable String department) {
        return new DeviceDraft(d.id(), d.serial(), d.name(), d.genericName(), manufacturer, d.model(), d.serviceProvider(),
                d.deviceClass(), d.facility(), department, d.location(), osText, software, d.ip(), d.mac(), d.hostname(),
                d.connected(), d.remote(), d.segment(), d.supportEnds(), d.supportEnded(), d.endOfLife(), d.asset(),
                d.safety(), d.operation(), d.exposure(), d.leak(), d.group(), d.quantity(), d.status(), d.owner(), null,
                d.source(), d.remoteText());
    }
}
