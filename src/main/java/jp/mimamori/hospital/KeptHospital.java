package jp.mimamori.hospital;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.mimamori.hospital.json.KeptJson;
import jp.mimamori.inventory.Booking;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.inventory.VendorDay;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.KevList;

/** What is kept, as the domain knows it; and the domain's records as steps of a change. The one place that knows which record each kind holds. */
public final class KeptHospital {

    private final HospitalStore store;
    private final KeptJson json;

    public KeptHospital(HospitalStore store) {
        this.store = store;
        this.json = new KeptJson();
    }

    /** See {@link HospitalStore#version}. */
    public long version() {
        return store.version();
    }

    /** Every device, in the order it was brought in. */
    public List<Keyed<Device>> devices() {
        return all(Kind.DEVICE, Device.class);
    }

    public Optional<Keyed<Device>> device(String key) {
        return store.one(Kind.DEVICE, key).map(text -> new Keyed<>(key, json.read(text, Device.class)));
    }

    /** Every finding with its device, in the order it was brought in; only the devices are held in memory. */
    public void findings(Consumer<HeldFinding> each) {
        Map<String, Device> devices = new HashMap<>();
        store.now(Kind.DEVICE, (key, text) -> devices.put(key, json.read(text, Device.class)));
        store.now(Kind.FINDING, (key, text) -> {
            KeptFinding kept = json.read(text, KeptFinding.class);
            each.accept(held(key, kept, Optional.ofNullable(kept.deviceKey() == null ? null : devices.get(kept.deviceKey()))));
        });
    }

    public Optional<HeldFinding> finding(String key) {
        return store.one(Kind.FINDING, key).map(text -> json.read(text, KeptFinding.class)).map(kept -> held(key, kept,
                kept.deviceKey() == null ? Optional.empty() : store.one(Kind.DEVICE, kept.deviceKey()).map(d -> json.read(d, Device.class))));
    }

    /** Every finding as it is kept, without its device. */
    public List<Keyed<KeptFinding>> keptFindings() {
        return all(Kind.FINDING, KeptFinding.class);
    }

    private static HeldFinding held(String key, KeptFinding kept, Optional<Device> device) {
        if (kept.implied() != null) {
            return new HeldFinding(key, new Tracked(kept.finding(), kept.implied(), true), null);
        }
        // the device was taken back and the finding was not: nothing is known of it, which is decided as unknown
        return device.map(known -> new HeldFinding(key, new Tracked(kept.finding(), known, false), kept.deviceKey()))
                .orElseGet(() -> new HeldFinding(key, new Tracked(kept.finding(), UnknownDevice.of(kept.finding()), true), null));
    }

    /** Every calendar sheet that is kept. */
    public List<Keyed<CalendarSheet>> calendarSheets() {
        return all(Kind.CALENDAR, CalendarSheet.class);
    }

    /** The rows of all calendar sheets together. */
    public Calendars calendars() {
        List<Utilisation> utilisation = new ArrayList<>();
        List<Booking> bookings = new ArrayList<>();
        List<StaffShift> shifts = new ArrayList<>();
        List<VendorDay> vendorDays = new ArrayList<>();
        List<SiteDay> siteDays = new ArrayList<>();
        for (Keyed<CalendarSheet> sheet : calendarSheets()) {
            Calendars rows = sheet.value().rows();
            utilisation.addAll(rows.utilisation());
            bookings.addAll(rows.bookings());
            shifts.addAll(rows.shifts());
            vendorDays.addAll(rows.vendorDays());
            siteDays.addAll(rows.siteDays());
        }
        return new Calendars(utilisation, bookings, shifts, vendorDays, siteDays);
    }

    public List<Keyed<KeptFeed>> feeds() {
        return all(Kind.FEED, KeptFeed.class);
    }

    public List<KevList> kev() {
        List<KevList> lists = new ArrayList<>();
        for (Keyed<KeptFeed> feed : feeds()) {
            if (feed.value().kev() != null) {
                lists.add(feed.value().kev());
            }
        }
        return lists;
    }

    public List<EpssScores> epss() {
        List<EpssScores> scores = new ArrayList<>();
        for (Keyed<KeptFeed> feed : feeds()) {
            if (feed.value().epss() != null) {
                scores.add(feed.value().epss());
            }
        }
        return scores;
    }

    public Step step(String key, Device device) {
        return new Step(Kind.DEVICE, key, json.write(device));
    }

    public Step step(String key, KeptFinding finding) {
        return new Step(Kind.FINDING, key, json.write(finding));
    }

    /** The finding as somebody has changed it, on the same device. */
    public Step step(HeldFinding changed) {
        boolean implied = changed.deviceKey() == null;
        return step(changed.key(), new KeptFinding(changed.tracked().finding(), changed.deviceKey(), implied ? changed.tracked().device() : null));
    }

    public Step step(String key, CalendarSheet sheet) {
        return new Step(Kind.CALENDAR, key, json.write(sheet));
    }

    public Step step(String key, KeptFeed feed) {
        return new Step(Kind.FEED, key, json.write(feed));
    }

    private <T extends Record> List<Keyed<T>> all(Kind kind, Class<T> type) {
        List<Keyed<T>> all = new ArrayList<>();
        store.now(kind, (key, text) -> all.add(new Keyed<>(key, json.read(text, type))));
        return all;
    }
}
