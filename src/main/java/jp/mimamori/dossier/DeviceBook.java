package jp.mimamori.dossier;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.decision.Urgency;
import jp.mimamori.dossier.DeviceQuery.Facet;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.hospital.SupportToday;
import jp.mimamori.inventory.Device;
import org.jspecify.annotations.Nullable;

/** All devices, kept in memory as they were last brought in, with what was decided about each. Made anew when either has changed. */
public final class DeviceBook {

    private final KeptHospital hospital;
    private final Assessments assessments;
    private final Clock clock;
    private volatile Shelved shelved = new Shelved(-1, LocalDate.MIN, List.of());
    private volatile Counted counted = new Counted(-1, -1, LocalDate.MIN, Map.of());

    public DeviceBook(KeptHospital hospital, Assessments assessments, Clock clock) {
        this.hospital = hospital;
        this.assessments = assessments;
        this.clock = clock;
    }

    private record Entry(Keyed<Device> device, String words) {
    }

    private record Shelved(long version, LocalDate day, List<Entry> entries) {
    }

    private record Counted(long run, long edition, LocalDate day, Map<String, Tally> byDevice) {

        private boolean isOf(AssessmentRun shown, LocalDate today) {
            return run == shown.id() && edition == shown.edition() && day.equals(today);
        }
    }

    /** What was decided about one device; the ids lead to the rows. */
    private static final class Tally {

        private final int[] open = new int[Urgency.values().length];
        private final List<String> ids = new ArrayList<>(2);
        private int provisional;
        private int overdue;
        private int settled;

        private void add(FindingRow row, LocalDate today) {
            ids.add(row.id());
            FindingRow.Outcome outcome = row.outcome();
            if (outcome == null) {
                settled++;
                return;
            }
            open[outcome.urgency().ordinal()]++;
            provisional += outcome.provisional() ? 1 : 0;
            overdue += outcome.due() != null && outcome.due().isBefore(today) ? 1 : 0;
        }
    }

    /**
     * The devices that a query picks, the one with the most urgent findings first.
     *
     * @param facets how many devices each value of each facet would leave, given the rest of the query
     * @param all    how many devices there are
     */
    public record Picked(List<DeviceLine> lines, Map<Facet, Map<String, Integer>> facets, int all) {
    }

    public Picked pick(DeviceQuery query) {
        List<Entry> entries = entries();
        Map<String, Tally> tallies = tallies();
        String[] words = plain(query.text()).strip().split("\\s+");
        List<DeviceLine> lines = new ArrayList<>();
        Map<Facet, Map<String, Integer>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(facet, new TreeMap<>());
        }
        for (Entry entry : entries) {
            if (!Stream.of(words).allMatch(entry.words::contains)) {
                continue;
            }
            List<Facet> against = query.chosen().entrySet().stream()
                    .filter(one -> !one.getValue().contains(value(one.getKey(), entry.device.value()))).map(Map.Entry::getKey).toList();
            if (against.isEmpty()) {
                lines.add(line(entry.device, tallies.get(entry.device.key())));
            }
            for (Facet facet : Facet.values()) {
                if (against.isEmpty() || against.size() == 1 && against.get(0) == facet) {
                    facets.computeIfAbsent(facet, any -> new TreeMap<>()).merge(value(facet, entry.device.value()), 1, Integer::sum);
                }
            }
        }
        lines.sort(MOST_URGENT_FIRST);
        return new Picked(lines, facets, entries.size());
    }

    private static final Comparator<DeviceLine> MOST_URGENT_FIRST = (a, b) -> {
        for (int i = Urgency.values().length - 1; i >= 0; i--) {
            int compared = b.open().get(i).compareTo(a.open().get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0; // the sort keeps the order of the inventory
    };

    /** What a facet says of a device; empty where the device says nothing. */
    public static String value(Facet facet, Device device) {
        String value = switch (facet) {
            case WARD -> device.department();
            case MAKER -> device.manufacturer();
            case SUPPORT -> device.support().value().name();
            case CATEGORY -> device.category();
        };
        return value == null ? "" : value;
    }

    /** The line of one device; without findings where none are known. */
    public DeviceLine line(Keyed<Device> device) {
        return line(device, tallies().get(device.key()));
    }

    private static DeviceLine line(Keyed<Device> device, @Nullable Tally tally) {
        return tally == null ? new DeviceLine(device.key(), device.value(), List.of(0, 0, 0, 0), 0, 0, 0)
                : new DeviceLine(device.key(), device.value(), java.util.Arrays.stream(tally.open).boxed().toList(), tally.provisional,
                        tally.overdue, tally.settled);
    }

    /** The rows of a device, the most urgent first, then those that are settled. */
    public List<FindingRow> findings(String deviceKey) {
        Tally tally = tallies().get(deviceKey);
        if (tally == null) {
            return List.of();
        }
        return tally.ids.stream().flatMap(id -> assessments.row(id).stream()).sorted(Comparator.comparing(
                (FindingRow row) -> row.outcome() == null ? -1 : row.outcome().urgency().ordinal()).reversed()).toList();
    }

    /** The other devices that can stand in for this one. */
    public List<Keyed<Device>> group(Keyed<Device> device) {
        String group = device.value().group();
        return group == null ? List.of() : entries().stream().map(Entry::device)
                .filter(other -> group.equals(other.value().group()) && !other.key().equals(device.key())).toList();
    }

    private List<Entry> entries() {
        long version = hospital.version();
        LocalDate today = LocalDate.now(clock);
        Shelved now = shelved;
        if (now.version != version || !now.day.equals(today)) {
            synchronized (this) {
                now = shelved;
                if (now.version != version || !now.day.equals(today)) {
                    now = new Shelved(version, today, hospital.devices().stream().map(device -> new Entry(
                            new Keyed<>(device.key(), SupportToday.of(device.value(), today)), words(device.value()))).toList());
                    shelved = now;
                }
            }
        }
        return now.entries;
    }

    private Map<String, Tally> tallies() {
        AssessmentRun run = assessments.current().orElse(null);
        if (run == null) {
            return Map.of();
        }
        LocalDate today = LocalDate.now(clock);
        Counted now = counted;
        if (!now.isOf(run, today)) {
            synchronized (this) {
                now = counted;
                if (!now.isOf(run, today)) {
                    now = new Counted(run.id(), run.edition(), today, count(run, today));
                    counted = now;
                }
            }
        }
        return now.byDevice;
    }

    private Map<String, Tally> count(AssessmentRun run, LocalDate today) {
        Map<String, Tally> byDevice = new HashMap<>();
        assessments.rows(run, row -> {
            if (row.deviceKey() != null) {
                byDevice.computeIfAbsent(row.deviceKey(), key -> new Tally()).add(row, today);
            }
        });
        return byDevice;
    }

    private static String words(Device device) {
        return plain(Stream.of(device.id(), device.serial(), device.name(), device.genericName(), device.manufacturer(), device.model(),
                device.facility(), device.department(), device.location(), device.os(), device.osVersion(), device.ip(), device.hostname(),
                device.segment(), device.owner()).filter(text -> text != null).collect(Collectors.joining(" ")));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
