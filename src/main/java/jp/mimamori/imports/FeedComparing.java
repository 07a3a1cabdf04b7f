package jp.mimamori.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.Difference;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.intake.Reading;

/** Public lists: each kind is replaced as a whole by a newer one. */
final class FeedComparing {

    private FeedComparing() {
    }

    static Difference<KeptFeed> compare(List<Keyed<KeptFeed>> kept, Reading reading) {
        List<Keyed<KeptFeed>> after = new ArrayList<>();
        for (int i = 0; i < reading.kev().size(); i++) {
            after.add(new Keyed<>(i == 0 ? "KEV" : "KEV#" + (i + 1), new KeptFeed(reading.kev().get(i), null)));
        }
        for (int i = 0; i < reading.epss().size(); i++) {
            after.add(new Keyed<>(i == 0 ? "EPSS" : "EPSS#" + (i + 1), new KeptFeed(null, reading.epss().get(i))));
        }
        List<Change<KeptFeed>> changes = new ArrayList<>();
        int same = 0;
        for (Keyed<KeptFeed> feed : after) {
            KeptFeed old = kept.stream().filter(other -> other.key().equals(feed.key())).map(Keyed::value).findFirst().orElse(null);
            if (old == null) {
                changes.add(new Change<>(Change.Kind.NEW, feed.key(), null, feed.value(), List.of()));
            } else if (saysTheSame(old, feed.value())) {
                same++;
            } else {
                changes.add(new Change<>(Change.Kind.CHANGED, feed.key(), old, feed.value(), List.of("rows")));
            }
        }
        // a second list of a kind stays until it is closed
        for (Keyed<KeptFeed> old : kept) {
            String kind = old.key().replaceAll("#.*", "");
            if (after.stream().anyMatch(feed -> feed.key().startsWith(kind)) && after.stream().noneMatch(feed -> feed.key().equals(old.key()))) {
                changes.add(new Change<>(Change.Kind.GONE, old.key(), old.value(), null, List.of()));
            }
        }
        return new Difference<>(changes, same);
    }

    private static boolean saysTheSame(KeptFeed one, KeptFeed other) {
        if (!java.util.Objects.equals(one.date(), other.date())) {
            return false;
        }
        return one.kev() != null ? other.kev() != null && one.kev().ids().equals(other.kev().ids())
                : one.epss() != null && other.epss() != null && one.epss().scores().equals(other.epss().scores());
    }

    /** Whether the list that is brought is older than the kept one, or tells no day: then it is asked. */
    static boolean isOlder(Change<KeptFeed> change) {
        LocalDate before = change.before() == null ? null : change.before().date();
        LocalDate after = change.after() == null ? null : change.after().date();
        return before != null && (after == null || after.isBefore(before));
    }
}
