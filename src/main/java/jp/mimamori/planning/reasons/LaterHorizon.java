package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PlannedDevice;

/**
 * A problem whose horizon ends later. Staff and vendors are taken to work then as in the last week that is known; nothing is
 * booked or closed yet, and every hour counts as used as in its busiest week known, since the holidays of then are not known.
 */
final class LaterHorizon {

    private LaterHorizon() {
    }

    static Problem of(Problem p, int grains) {
        return new Problem(p.id(), p.start(), p.zone(), p.grainMinutes(), grains, p.weights(), on(p, p.premium(), grains),
                on(p, p.nights(), grains), p.sites(), p.groups(), p.devices().stream().map(d -> used(p, d, grains)).toList(),
                p.staff().stream().map(s -> new Problem.Staff(s.id(), s.site(), s.skills(), on(p, s.available(), grains),
                        s.maxNights(), s.rest())).toList(),
                p.vendors().stream().map(v -> new Problem.Vendor(v.id(), v.capacity(), v.maxVisits(), on(p, v.available(), grains),
                        v.lead())).toList(),
                p.tasks(), p.labels());
    }

    /** Grains of a week. */
    static int week(Problem p) {
        return 7 * 24 * 60 / p.grainMinutes();
    }

    private static PlannedDevice used(Problem p, PlannedDevice device, int grains) {
        int week = week(p);
        int[] known = device.utilisation();
        if (known.length <= week) {
            return device; // its week repeats
        }
        int[] use = Arrays.copyOf(known, Math.max(known.length, (grains + week - 1) / week * week));
        for (int grain = p.grains(); grain < use.length; grain++) {
            use[grain] = 0;
            for (int same = grain % week; same < p.grains(); same += week) {
                use[grain] = Math.max(use[grain], known[same % known.length]);
            }
        }
        return new PlannedDevice(device.id(), device.site(), device.group(), device.criticality(), use, device.bookings(), device.inspections(),
                device.avoid());
    }

    /** {@code intervals} with those of the last week again and again until {@code grains}. */
    private static List<Interval> on(Problem p, List<Interval> intervals, int grains) {
        int week = week(p);
        int horizon = p.grains();
        List<Interval> all = new ArrayList<>();
        intervals.stream().filter(i -> i.from() < horizon)
                .forEach(i -> all.add(new Interval(i.from(), Math.min(horizon, i.to()))));
        List<Interval> last = all.stream().filter(i -> i.to() > horizon - week)
                .map(i -> new Interval(Math.max(horizon - week, i.from()), i.to())).toList();
        for (int shift = week; horizon - week + shift < grains; shift += week) {
            for (Interval i : last) {
                if (i.from() + shift < grains) {
                    all.add(new Interval(i.from() + shift, Math.min(grains, i.to() + shift)));
                }
            }
        }
        return all;
    }
}
