package jp.mimamori.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.hospital.CalendarSheet;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.Difference;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.Kind;
import jp.mimamori.inventory.Device;

/**
 * How an upload differs from what is kept.
 *
 * @param version    of what was kept when it was compared
 * @param rejoined   kept findings that find their device in the inventory that is brought
 * @param onGone     the kept findings that are on devices that are gone, by the key of the device
 * @param conflicts  the records that differ and that somebody has changed here by hand
 * @param declined   of those the ones whose very version was seen and not taken before: they are not asked again
 * @param read       how many records of each kind the upload brings
 */
public record Comparison(long version, Difference<Device> devices, Difference<KeptFinding> findings, Difference<CalendarSheet> calendars,
        Difference<KeptFeed> feeds, List<Keyed<KeptFinding>> rejoined, Map<String, List<Keyed<KeptFinding>>> onGone, Set<RecordName> conflicts,
        Set<RecordName> declined, Map<Kind, Integer> read) {

    /** A record among all kinds. */
    public record RecordName(Kind kind, String key) {
    }

    public Difference<? extends Record> of(Kind kind) {
        return switch (kind) {
            case DEVICE -> devices;
            case FINDING -> findings;
            case CALENDAR -> calendars;
            case FEED -> feeds;
        };
    }

    /** The changes of {@code kind}, without those that were declined before. */
    public Stream<? extends Change<? extends Record>> changes(Kind kind) {
        return of(kind).changes().stream().filter(change -> !declined.contains(new RecordName(kind, change.key())));
    }

    /** How many of {@code kind} became {@code what}; conflicts are counted apart. */
    public int count(Kind kind, Change.Kind what) {
        return (int) changes(kind).filter(change -> change.kind() == what && !isConflict(kind, change.key())).count();
    }

    public int conflicts(Kind kind) {
        return (int) changes(kind).filter(change -> isConflict(kind, change.key())).count();
    }

    public boolean isConflict(Kind kind, String key) {
        return conflicts.contains(new RecordName(kind, key));
    }

    /** Whether the upload says nothing that is not kept already, apart from what it no longer names. */
    public boolean bringsNothing() {
        return rejoined.isEmpty() && Stream.of(Kind.values()).allMatch(kind -> changes(kind).allMatch(change -> change.kind() == Change.Kind.GONE));
    }

    /** Whether there is nothing to be asked or done at all. */
    public boolean isEmpty() {
        return rejoined.isEmpty() && Stream.of(Kind.values()).allMatch(kind -> changes(kind).findAny().isEmpty());
    }
}
