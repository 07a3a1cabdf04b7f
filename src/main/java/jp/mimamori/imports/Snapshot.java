package jp.mimamori.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.hospital.CalendarSheet;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.RecordKeys;
import jp.mimamori.intake.KnownDevices;
import jp.mimamori.inventory.Device;

/** What the hospital has kept at one moment, for an upload to be read beside it and compared with it. */
final class Snapshot implements KnownDevices {

    private final long version;
    private final List<Keyed<Device>> devices;
    private final List<Keyed<KeptFinding>> findings;
    private final List<Keyed<CalendarSheet>> calendars;
    private final List<Keyed<KeptFeed>> feeds;
    /** What the kept devices would be recognised by if they were read now. */
    private final Map<String, String> natural = new HashMap<>();

    private Snapshot(long version, List<Keyed<Device>> devices, List<Keyed<KeptFinding>> findings, List<Keyed<CalendarSheet>> calendars,
            List<Keyed<KeptFeed>> feeds) {
        this.version = version;
        this.devices = devices;
        this.findings = findings;
        this.calendars = calendars;
        this.feeds = feeds;
        List<Keyed<Device>> named = RecordKeys.devices(devices.stream().map(Keyed::value).toList());
        for (int i = 0; i < devices.size(); i++) {
            natural.put(named.get(i).key(), devices.get(i).key());
        }
    }

    /** The version is asked first: whatever is committed while the rest is read makes it stale, never unnoticed. */
    static Snapshot of(KeptHospital kept) {
        long version = kept.version();
        return new Snapshot(version, kept.devices(), kept.keptFindings(), kept.calendarSheets(), kept.feeds());
    }

    long version() {
        return version;
    }

    List<Keyed<Device>> devices() {
        return devices;
    }

    List<Keyed<KeptFinding>> findings() {
        return findings;
    }

    List<Keyed<CalendarSheet>> calendars() {
        return calendars;
    }

    List<Keyed<KeptFeed>> feeds() {
        return feeds;
    }

    @Override
    public List<Device> besides(List<Device> read) {
        Set<String> brought = new HashSet<>();
        keyed(read).forEach(device -> brought.add(device.key()));
        List<Device> others = new ArrayList<>();
        devices.forEach(device -> {
            if (!brought.contains(device.key())) {
                others.add(device.value());
            }
        });
        return others;
    }

    /** The devices that were read, each with the key of the kept one where it is one of those. */
    List<Keyed<Device>> keyed(List<Device> read) {
        Set<String> taken = new HashSet<>();
        devices.forEach(device -> taken.add(device.key()));
        List<Keyed<Device>> keyed = new ArrayList<>(read.size());
        for (Keyed<Device> device : RecordKeys.devices(read)) {
            keyed.add(new Keyed<>(Recognised.key(device.key(), natural, taken), device.value()));
        }
        return keyed;
    }

    /** The keys of devices by the very objects they are, kept ones and {@code read}. */
    Map<Device, String> keys(List<Keyed<Device>> read) {
        Map<Device, String> keys = new IdentityHashMap<>();
        devices.forEach(device -> keys.put(device.value(), device.key()));
        read.forEach(device -> keys.put(device.value(), device.key()));
        return keys;
    }
}
