package jp.mimamori.planning;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.planning.Happening.Kind;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;

/**
 * What happened between two problems of one hospital: hours that were open to work in the first and are not in the second, limits
 * that were lowered, and work that changed. Only hours that both cover are compared.
 */
final class Happenings {

    private final Problem before;
    private final Problem now;
    private final List<Interval> common;
    private final List<Happening> found = new ArrayList<>();

    private Happenings(Problem before, Problem now) {
        this.before = before;
        this.now = now;
        Interval whole = moved(new Interval(0, before.grains()));
        int from = Math.max(0, whole.from());
        int to = Math.min(now.grains(), whole.to());
        this.common = from < to ? List.of(new Interval(from, to)) : List.of();
    }

    static List<Happening> between(Problem before, Problem now) {
        return new Happenings(before, now).list();
    }

    private List<Happening> list() {
        pairs(before.vendors(), now.vendors(), Problem.Vendor::id, (was, is) -> {
            gone(Kind.VENDOR_CANCELS, is.id(), was.available(), is.available());
            lowered(is.id(), was.capacity() > is.capacity() || was.maxVisits() > is.maxVisits());
        });
        pairs(before.devices(), now.devices(), Problem.PlannedDevice::id,
                (was, is) -> come(Kind.DEVICE_BOOKED, is.id(), was.bookings(), is.bookings()));
        pairs(before.sites(), now.sites(), Problem.Site::id,
                (was, is) -> come(Kind.SITE_CLOSED, is.id(), was.blackouts(), is.blackouts()));
        pairs(before.staff(), now.staff(), Problem.Staff::id,
                (was, is) -> gone(Kind.STAFF_AWAY, is.id(), was.available(), is.available()));
        pairs(before.groups(), now.groups(), Problem.Group::id, (was, is) -> lowered(is.id(), was.maxOut() > is.maxOut()));
        Map<String, PatchTask> known = new HashMap<>();
        before.tasks().forEach(task -> known.put(task.id(), task));
        for (PatchTask task : now.tasks()) {
            PatchTask was = known.get(task.id());
            if (was == null) {
                found.add(Happening.found(task));
            } else {
                task(was, task);
            }
        }
        return found;
    }

    private void task(PatchTask was, PatchTask is) {
        int expected = moved(new Interval(was.earliest(), was.earliest())).from();
        if (is.earliest() > Math.max(0, expected)) {
            found.add(new Happening(Kind.PATCH_DELAYED, is.id(), Math.max(0, expected), is.earliest(), null));
        }
        if (was.duration() * before.grainMinutes() < is.duration() * now.grainMinutes() || !was.roles().equals(is.roles())
                || !was.after().containsAll(is.after()) || !java.util.Objects.equals(was.vendor(), is.vendor())
                || !was.device().equals(is.device())) {
            found.add(new Happening(Kind.TASK_CHANGED, is.id(), 0, 0, null));
        }
    }

    private void lowered(String id, boolean lower) {
        if (lower) {
            found.add(new Happening(Kind.LIMIT_LOWERED, id, 0, 0, null));
        }
    }

    private void gone(Kind kind, String id, List<Interval> was, List<Interval> is) {
        lost(kind, id, Happening.minus(moved(was), is));
    }

    private void come(Kind kind, String id, List<Interval> was, List<Interval> is) {
        lost(kind, id, Happening.minus(is, moved(was)));
    }

    private void lost(Kind kind, String id, List<Interval> hours) {
        List<Interval> outside = Happening.minus(hours, common);
        Happening.minus(hours, outside).forEach(i -> found.add(new Happening(kind, id, i.from(), i.to(), null)));
    }

    private List<Interval> moved(List<Interval> intervals) {
        return intervals.stream().map(this::moved).toList();
    }

    /** The grains of {@code now} that stand for these of {@code before}. */
    private Interval moved(Interval interval) {
        return new Interval(grain(interval.from(), 0), grain(interval.to(), now.grainMinutes() - 1));
    }

    private int grain(int grain, int roundUp) {
        LocalDateTime time = before.time(grain);
        return (int) Math.floorDiv(ChronoUnit.MINUTES.between(now.start(), time) + roundUp, now.grainMinutes());
    }

    private interface Pair<T> {
        void of(T was, T is);
    }

    private static <T> void pairs(List<T> before, List<T> now, Function<T, String> id, Pair<T> pair) {
        Map<String, T> known = new HashMap<>();
        before.forEach(one -> known.put(id.apply(one), one));
        for (T one : now) {
            T was = known.get(id.apply(one));
            if (was != null) {
                pair.of(was, one);
            }
        }
    }
}
