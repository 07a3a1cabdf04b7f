package jp.mimamori.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.hospital.CalendarSheet;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.Difference;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.Provenance;
import jp.mimamori.hospital.RecordKeys;
import jp.mimamori.hospital.json.KeptJson;
import jp.mimamori.imports.Comparison.RecordName;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Tracked;
import org.jspecify.annotations.Nullable;

/** Compares a reading with what is kept. */
final class Comparing {

    private final Intake intake;
    private final Provenance provenance;
    private final Uploads uploads;
    private final KeptJson json = new KeptJson();

    Comparing(Intake intake, Provenance provenance, Uploads uploads) {
        this.intake = intake;
        this.provenance = provenance;
        this.uploads = uploads;
    }

    /** @param now what {@code reading} was read beside */
    Comparison compare(Reading reading, Snapshot now) {
        List<Keyed<Device>> devices = now.keyed(reading.devices());
        Difference<Device> deviceDifference = asked(Difference.of(now.devices(), devices), brings(reading, SheetRole.INVENTORY));
        Map<Device, String> keys = now.keys(devices);
        Map<String, Device> byKey = new HashMap<>();
        now.devices().forEach(device -> byKey.put(device.key(), device.value()));
        devices.forEach(device -> byKey.put(device.key(), device.value()));

        List<Keyed<KeptFinding>> rejoined = reading.devices().isEmpty() ? List.of() : rejoined(reading, now, devices, keys);
        List<Keyed<KeptFinding>> before = replaced(now.findings(), rejoined);
        List<Keyed<KeptFinding>> after = findings(reading, before, keys, byKey);
        Difference<KeptFinding> findingDifference = asked(Difference.of(before, after), brings(reading, SheetRole.LEDGER));

        Set<RecordName> conflicts = new HashSet<>();
        Difference<Device> deviceChanges = conflicts(Kind.DEVICE, deviceDifference, Device.class, conflicts);
        Difference<KeptFinding> findingChanges = conflicts(Kind.FINDING, findingDifference, KeptFinding.class, conflicts);
        Set<RecordName> declined = new HashSet<>();
        declined(Kind.DEVICE, deviceChanges, conflicts, declined);
        declined(Kind.FINDING, findingChanges, conflicts, declined);

        Difference<CalendarSheet> calendars = CalendarComparing.compare(now.calendars(), reading);
        Difference<KeptFeed> feeds = FeedComparing.compare(now.feeds(), reading);
        for (Change<KeptFeed> change : feeds.changes()) {
            if (change.kind() == Change.Kind.CHANGED && FeedComparing.isOlder(change)) {
                conflicts.add(new RecordName(Kind.FEED, change.key()));
            }
        }
        Map<Kind, Integer> read = new EnumMap<>(Kind.class);
        read.put(Kind.DEVICE, devices.size());
        read.put(Kind.FINDING, after.size());
        read.put(Kind.CALENDAR, CalendarComparing.sheets(reading).size());
        read.put(Kind.FEED, reading.kev().size() + reading.epss().size());
        return new Comparison(now.version(), deviceChanges, findingChanges, calendars, feeds, rejoined, onGone(deviceChanges, before), conflicts,
                declined, read);
    }

    private static boolean brings(Reading reading, SheetRole role) {
        return reading.sources().stream().flatMap(file -> file.sheets().stream()).anyMatch(sheet -> sheet.role() == role && sheet.accepted() > 0);
    }

    /** Where no list of that kind came, nothing is gone from it. */
    private static <T extends Record> Difference<T> asked(Difference<T> difference, boolean brought) {
        return brought ? difference
                : new Difference<>(difference.changes().stream().filter(change -> change.kind() != Change.Kind.GONE).toList(), difference.same());
    }

    private List<Keyed<KeptFinding>> rejoined(Reading reading, Snapshot now, List<Keyed<Device>> devices, Map<Device, String> keys) {
        List<Keyed<KeptFinding>> waiting = now.findings().stream().filter(kept -> kept.value().implied() != null).toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Device> all = new ArrayList<>();
        devices.forEach(device -> all.add(device.value()));
        all.addAll(now.besides(reading.devices()));
        List<@Nullable Device> found = intake.rejoin(waiting.stream()
                .map(kept -> new Tracked(kept.value().finding(), java.util.Objects.requireNonNull(kept.value().implied()), true)).toList(), all, reading.asOf());
        List<Keyed<KeptFinding>> rejoined = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            Device device = found.get(i);
            if (device != null) {
                rejoined.add(new Keyed<>(waiting.get(i).key(), new KeptFinding(waiting.get(i).value().finding(), keys.get(device), null)));
            }
        }
        return rejoined;
    }

    private static List<Keyed<KeptFinding>> replaced(List<Keyed<KeptFinding>> findings, List<Keyed<KeptFinding>> by) {
        Map<String, Keyed<KeptFinding>> others = new HashMap<>();
        by.forEach(each -> others.put(each.key(), each));
        return findings.stream().map(each -> others.getOrDefault(each.key(), each)).toList();
    }

    /** The findings that were read, each with the key of the kept one where it is one of those. */
    private static List<Keyed<KeptFinding>> findings(Reading reading, List<Keyed<KeptFinding>> before, Map<Device, String> keys,
            Map<String, Device> devices) {
        Map<String, String> natural = new HashMap<>();
        Set<String> taken = new HashSet<>();
        List<Tracked> kept = new ArrayList<>();
        for (Keyed<KeptFinding> each : before) {
            KeptFinding finding = each.value();
            taken.add(each.key());
            Device device = finding.implied() != null ? finding.implied() : devices.get(String.valueOf(finding.deviceKey()));
            kept.add(new Tracked(finding.finding(), device != null ? device : jp.mimamori.hospital.UnknownDevice.of(finding.finding()), device == null));
        }
        List<Keyed<Tracked>> named = RecordKeys.findings(kept);
        for (int i = 0; i < named.size(); i++) {
            natural.put(named.get(i).key(), before.get(i).key());
        }
        List<Keyed<KeptFinding>> after = new ArrayList<>();
        for (Keyed<Tracked> each : RecordKeys.findings(reading.findings())) {
            Tracked tracked = each.value();
            KeptFinding finding = tracked.implied() ? new KeptFinding(tracked.finding(), null, tracked.device())
                    : new KeptFinding(tracked.finding(), java.util.Objects.requireNonNull(keys.get(tracked.device())), null);
            after.add(new Keyed<>(Recognised.key(each.key(), natural, taken), finding));
        }
        return after;
    }

    /** What somebody has changed here and the file says as it ever did is no change; what both have changed is a conflict. */
    private <T extends Record> Difference<T> conflicts(Kind kind, Difference<T> difference, Class<T> type, Set<RecordName> conflicts) {
        Map<String, String> byHand = provenance.byHand(kind);
        if (byHand.isEmpty()) {
            return difference;
        }
        List<Change<T>> changes = new ArrayList<>();
        int same = difference.same();
        for (Change<T> change : difference.changes()) {
            String last = byHand.get(change.key());
            if (last == null || change.kind() != Change.Kind.CHANGED || change.after() == null) {
                changes.add(change);
            } else if (!last.isEmpty() && isSame(json.read(last, type), change.after())) {
                same++;
            } else {
                changes.add(change);
                conflicts.add(new RecordName(kind, change.key()));
            }
        }
        return new Difference<>(changes, same);
    }

    private static <T extends Record> boolean isSame(T last, T after) {
        Object one = last instanceof KeptFinding kept ? kept.finding() : last;
        Object other = after instanceof KeptFinding kept ? kept.finding() : after;
        return Difference.of(List.of(new Keyed<>("", (Record) one)), List.of(new Keyed<>("", (Record) other))).changes().isEmpty();
    }

    private <T extends Record> void declined(Kind kind, Difference<T> difference, Set<RecordName> conflicts, Set<RecordName> declined) {
        for (Change<T> change : difference.changes()) {
            RecordName name = new RecordName(kind, change.key());
            if (conflicts.contains(name) && change.after() != null && uploads.isDeclined(version(kind, change.key(), change.after()))) {
                declined.add(name);
            }
        }
    }

    /** What is remembered of a version that was not taken; where it stood in its file does not count. */
    Uploads.Declined version(Kind kind, String key, Record after) {
        String text = after instanceof KeptFinding kept ? json.write(kept.finding()) : json.write(after);
        return new Uploads.Declined(kind, key, Sha256.of(text.replaceAll("\"(?:source|cells)\":\\{[^}]*\\}", "")));
    }

    private static Map<String, List<Keyed<KeptFinding>>> onGone(Difference<Device> devices, List<Keyed<KeptFinding>> findings) {
        Map<String, List<Keyed<KeptFinding>>> onGone = new HashMap<>();
        for (Change<Device> change : devices.changes()) {
            if (change.kind() == Change.Kind.GONE) {
                onGone.put(change.key(), new ArrayList<>());
            }
        }
        for (Keyed<KeptFinding> finding : findings) {
            List<Keyed<KeptFinding>> on = finding.value().deviceKey() == null ? null : onGone.get(finding.value().deviceKey());
            if (on != null) {
                on.add(finding);
            }
        }
        return onGone;
    }
}
