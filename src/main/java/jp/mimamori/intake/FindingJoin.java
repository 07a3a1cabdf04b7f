package jp.mimamori.intake;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final int SHOWN = 5;

    private final DeviceIndex index;
    private final DeviceRows deviceRows;
    private final Values values;
    private final Map<String, DeviceDraft> implied = new LinkedHashMap<>();
    private final Map<String, List<Named>> assumed = new LinkedHashMap<>();

    FindingJoin(DeviceIndex index, DeviceRows deviceRows, Values values) {
        this.index = index;
        this.deviceRows = deviceRows;
        this.values = values;
    }

    /** A finding that waits for its device. */
    record Waiting(Finding finding, RowCells row, Table table) {
    }

    /** One device that a row names; a row with several numbers names several. */
    private record Named(Waiting waiting, @Nullable String id, boolean alone) {
    }

    List<Tracked> join(List<Waiting> findings, Estimator estimator, LocalDate asOf, List<Issue> issues) {
        DeviceNames names = new DeviceNames();
        names.learn(estimator.estimate(DeviceNames.drafts(names(findings)), asOf).devices());
        DeviceMatch match = new DeviceMatch(index, names, values);
        List<Named> named = new ArrayList<>();
        List<@Nullable Device> found = new ArrayList<>();
        List<@Nullable String> keys = new ArrayList<>();
        for (Waiting written : findings) {
            Waiting waiting = match.numbered(written);
            List<@Nullable String> ids = match.ids(waiting);
            for (String id : ids) {
                Named one = new Named(ids.size() == 1 ? waiting : of(waiting, id, waiting.finding().deviceName()), id, ids.size() == 1);
                Device device = match.match(one.waiting(), id, one.alone());
                named.add(one);
                found.add(device);
                keys.add(device == null ? imply(one) : null);
            }
        }
        assumed.values().forEach(FindingJoin::tellAssumed);
        Estimates estimates = estimator.estimate(List.copyOf(implied.values()), asOf);
        issues.addAll(estimates.issues());
        Map<String, Device> made = new LinkedHashMap<>();
        int i = 0;
        for (String key : implied.keySet()) {
            made.put(key, estimates.devices().get(i++));
        }
        List<Tracked> tracked = new ArrayList<>();
        for (int k = 0; k < named.size(); k++) {
            Device device = found.get(k);
            Finding finding = named.get(k).waiting().finding();
            tracked.add(device != null ? new Tracked(finding, device, false) : new Tracked(finding, requireNonNull(made.get(keys.get(k))), true));
        }
        return tracked;
    }

    /** One word for all devices of a sheet: a ledger of three thousand rows would drown every other problem. */
    private static void tellAssumed(List<Named> devices) {
        String shown = devices.stream().limit(SHOWN).map(named -> {
            Finding finding = named.waiting().finding();
            String called = named.id() != null ? named.id() : finding.deviceName() != null ? finding.deviceName() : "";
            return (called + " (" + named.waiting().row().source().row() + ")").strip();
        }).collect(Collectors.joining(", ")) + (devices.size() > SHOWN ? " …" : "");
        Named first = devices.get(0);
        first.waiting().row().tell("INTAKE-357", Severity.INFO, first.id() != null ? "deviceId" : "deviceName", devices.size(), shown);
    }

    /** The row as it stands for one of its devices, so that a ledger written from it names each device once. */
    static Waiting of(Waiting waiting, @Nullable String id, @Nullable String name) {
        Finding f = waiting.finding();
        return new Waiting(new Finding(f.id(), f.discovered(), id, name, f.software(), f.vulnerabilities(), f.cvss(),
                f.scores(), f.assessmentText(), f.assessment(), f.treatment(), f.treatmentText(), f.action(), f.status(),
                f.plannedCompletion(), f.completed(), f.note(), f.patch(), f.exploitation(), f.cost(), f.owner(), f.approver(),
                f.acceptedUntil(), f.catchUpDate(), f.urgencyChange(), f.cells(), f.source()), waiting.row(), waiting.table());
    }

    private static Set<String> names(List<Waiting> findings) {
        Set<String> names = new LinkedHashSet<>();
        for (Waiting waiting : findings) {
            if (waiting.finding().deviceName() != null) {
                names.add(waiting.finding().deviceName());
            }
        }
        return names;
    }

    /** Whether the row tells nothing of its device, which is said where it is read. */
    static boolean isUnnamed(Finding finding, RowCells row) {
        return finding.deviceId() == null && finding.deviceName() == null && finding.software() == null && !row.has("serial")
                && !row.has("model") && !row.has("device.hostname");
    }

    /** The key of the device that the ledger row implies; rows that name the same device share it. */
    private String imply(Named named) {
        Waiting waiting = named.waiting();
        String id = named.id();
        Finding finding = waiting.finding();
        RowCells row = waiting.row();
        String serial = named.alone() && row.has("serial") ? row.read("serial", values::named) : null;
        String department = row.has("department") ? row.read("department", values::named) : null;
        String told = finding.deviceName() == null ? "" : " " + DeviceIndex.key(finding.deviceName());
        // one number with two names, or on a device the inventory knows by another name, is no one device
        String key = id != null ? "id " + DeviceIndex.key(id) + (index.withId(id).isEmpty() ? "" : told)
                : DeviceIndex.key("row " + finding.deviceName() + "|" + serial + "|" + department + "|"
                        + (finding.deviceName() == null ? finding.software() : "")
                        + (isUnnamed(finding, row) ? row.source() : "")); // two rows without a device are hardly one device
        DeviceDraft known = implied.get(key);
        if (known == null) {
            if (index.isEmpty() && !isUnnamed(finding, row)) {
                assumed.computeIfAbsent(row.source().file() + "\n" + row.source().sheet(), sheet -> new ArrayList<>()).add(named);
            }
            implied.put(key, draft(waiting, id, serial, department));
        } else if (finding.software() != null && !finding.software().equals(known.osText())
                && !known.software().contains(finding.software())) {
            List<String> software = new ArrayList<>(known.software());
            software.add(finding.software());
            implied.put(key, with(known, known.osText(), software, known.manufacturer(), known.department()));
        }
        return key;
    }

    private DeviceDraft draft(Waiting waiting, @Nullable String id, @Nullable String serial,
            @Nullable String department) {
        RowCells row = waiting.row();
        Finding finding = waiting.finding();
        DeviceDraft draft = deviceRows.draft(row, waiting.table(), "device.", id, serial,
                finding.deviceName(), row.has("model") ? row.read("model", values::named) : null,
                row.read("device.genericName", values::named), row.read("device.hostname", values::named));
        String manufacturer = row.has("manufacturer") ? row.read("manufacturer", values::named) : draft.manufacturer();
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
