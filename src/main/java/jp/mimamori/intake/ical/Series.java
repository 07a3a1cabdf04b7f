package jp.mimamori.intake.ical;

import biweekly.component.VEvent;
import biweekly.parameter.Range;
import biweekly.util.ICalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events of a file that belong together: a series, its repetitions that stand alone, and those from which on it is another. */
final class Series {

    private final Set<ICalDate> alone = new HashSet<>();
    private final List<VEvent> later = new ArrayList<>();
    private @Nullable VEvent master;

    /** Those of every event with an id that any of {@code events} has. */
    static Map<String, Series> among(List<VEvent> events) {
        Map<String, Series> all = new HashMap<>();
        for (VEvent event : events) {
            if (event.getUid() != null && event.getUid().getValue() != null) {
                all.computeIfAbsent(event.getUid().getValue(), any -> new Series()).add(event);
            }
        }
        all.values().forEach(series -> series.later.sort(Comparator.comparing(event -> event.getRecurrenceId().getValue())));
        return all;
    }

    private void add(VEvent event) {
        if (event.getRecurrenceId() == null) {
            master = event;
        } else if (event.getRecurrenceId().getValue() != null) {
            if (changesAllLater(event)) {
                later.add(event);
            } else {
                alone.add(event.getRecurrenceId().getValue());
            }
        }
    }

    static boolean changesAllLater(VEvent event) {
        return event.getRecurrenceId() != null && event.getRecurrenceId().getValue() != null
                && event.getRecurrenceId().getRange() == Range.THIS_AND_FUTURE;
    }

    /** The event that says how the series repeats; null where the file has none, or several. */
    @Nullable VEvent master() {
        return master;
    }

    /** What {@code event} says of the repetitions: the series itself up to the first change, a change up to the next one. */
    Stretch of(VEvent event) {
        int at = later.indexOf(event);
        return new Stretch(alone, at < 0 ? null : later.get(at).getRecurrenceId().getValue(),
                at + 1 < later.size() ? later.get(at + 1).getRecurrenceId().getValue() : null);
    }

    /**
     * A part of a series.
     *
     * @param alone repetitions that events of their own stand for
     * @param from  the first of the part; null for the beginning
     * @param to    the first that no longer belongs to it; null for the end
     */
    record Stretch(Set<ICalDate> alone, @Nullable Date from, @Nullable Date to) {

        static final Stretch ALL = new Stretch(Set.of(), null, null);

        boolean has(Date date) {
            return (from == null || date.getTime() >= from.getTime()) && (to == null || date.getTime() < to.getTime())
                    && alone.stream().noneMatch(other -> other.getTime() == date.getTime());
        }
    }
}
