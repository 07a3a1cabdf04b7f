package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.time.LocalDate;
import jp.mimamori.intake.estimate.Estimator;
import jp.mimamori.intake.layout.DataRow;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.value.Values;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import org.jspecify.annotations.Nullable;

/** Findings that were read before the inventory of their devices was: what their rows told of the device is matched anew, as strictly as ever. */
final class Rejoin {

    private final Values values;
    private final Estimator estimator;

    Rejoin(Values values, Estimator estimator) {
        this.values = values;
        this.estimator = estimator;
    }

    /** For each of {@code implied} its device among {@code devices}; null where none is certain. */
    List<@Nullable Device> join(List<Tracked> implied, List<Device> devices, LocalDate asOf) {
        List<@Nullable Device> found = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        implied.forEach(each -> {
            if (each.finding().deviceName() != null) {
                told.add(each.finding().deviceName());
            }
        });
        DeviceNames names = new DeviceNames();
        names.learn(estimator.estimate(DeviceNames.drafts(told), asOf).devices());
        DeviceMatch match = new DeviceMatch(new DeviceIndex(devices, Map.of()), names, values);
        for (Tracked each : implied) {
            FindingJoin.Waiting waiting = match.numbered(waiting(each));
            List<@Nullable String> ids = match.ids(waiting);
            // several devices in one cell make several findings: only reading the ledger again can do that
            found.add(ids.size() == 1 ? match.match(waiting, ids.get(0), true) : null);
        }
        return found;
    }

    private static FindingJoin.Waiting waiting(Tracked tracked) {
        Finding finding = tracked.finding();
        Device device = tracked.device();
        Map<String, String> told = new LinkedHashMap<>();
        put(told, "deviceId", finding.deviceId());
        put(told, "deviceName", finding.deviceName());
        put(told, "serial", device.serial());
        put(told, "model", device.model());
        put(told, "department", device.department());
        put(told, "device.hostname", device.hostname());
        DataRow row = DataRow.saying(SheetRole.LEDGER, finding.source().row(), told);
        Table table = new Table(finding.source().file(), finding.source().sheet(), SheetRole.LEDGER, row.header(), List.of(), List.of(row), List.of());
        // what there is to tell of the match was told when the ledger was read
        return new FindingJoin.Waiting(finding, new RowCells(table, row, new ArrayList<>()), table);
    }

    private static void put(Map<String, String> told, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            told.put(field, text);
        }
    }
}
