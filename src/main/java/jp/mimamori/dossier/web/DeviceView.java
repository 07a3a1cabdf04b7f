package jp.mimamori.dossier.web;

import java.util.List;
import jp.mimamori.dossier.DeviceLine;
import jp.mimamori.dossier.PlannedWork;
import jp.mimamori.dossier.TimeLine;
import jp.mimamori.dossier.UseWeek;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.inventory.Device;
import org.jspecify.annotations.Nullable;

/**
 * A device's page.
 *
 * @param week  null where no sheet speaks of it
 * @param group the others that can stand in for it
 */
public record DeviceView(String key, Device device, String name, String place, DeviceLine line, List<Fact> facts, TimeLine support,
        @Nullable UseWeek week, String weekFrom, List<FindingRow> open, List<FindingRow> settled, List<PlannedWork> windows, boolean planned,
        List<Keyed<Device>> group, ControlsView controls, List<History.Entry> history, List<History.Happened> happened) {
}
