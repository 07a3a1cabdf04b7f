package jp.mimamori.planning.reasons;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.timetable.Hindrance;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;

/** Tells hours in which people could well be asked to come from those nobody would ask for first. */
final class Hours {

    private final Layout layout;
    /** Vendor, or a site's whole staff (below 0) → for each grain of a day whether they ever work in it. */
    private final Map<Integer, boolean[]> worked = new HashMap<>();

    Hours(Layout layout) {
        this.layout = layout;
    }

    /**
     * Whether what is asked against {@code found} lies at night, at a weekend or on a holiday, or at a time of the day at which
     * the vendor, or everybody at the site, never works. False where neither staff nor vendor would be asked.
     */
    boolean unusual(Job job, int start, Set<Hindrance> found) {
        boolean vendor = found.contains(Hindrance.VENDOR_ABSENT);
        boolean staff = found.contains(Hindrance.SKILL) || found.contains(Hindrance.SHIFT) || found.contains(Hindrance.STAFF_BUSY);
        int end = start + job.duration;
        return (vendor || staff) && layout.grains.within(layout.problem.premium(), start, end) > 0
                || vendor && !always(worked.computeIfAbsent(job.vendor, this::ofVendor), start, end)
                || staff && !always(worked.computeIfAbsent(-1 - job.site, this::ofSite), start, end);
    }

    private boolean always(boolean[] day, int start, int end) {
        for (int grain = start; grain < end; grain++) {
            if (!day[ofDay(grain)]) {
                return false;
            }
        }
        return true;
    }

    private boolean[] ofVendor(int vendor) {
        boolean[] day = new boolean[layout.grainsPerDay];
        add(day, layout.problem.vendors().get(vendor).available());
        return day;
    }

    private boolean[] ofSite(int key) {
        boolean[] day = new boolean[layout.grainsPerDay];
        String site = layout.problem.sites().get(-1 - key).id();
        layout.problem.staff().stream().filter(person -> person.site().equals(site)).forEach(person -> add(day, person.available()));
        return day;
    }

    private void add(boolean[] day, List<Interval> intervals) {
        for (Interval interval : intervals) {
            for (int grain = Math.max(0, interval.from()); grain < Math.min(layout.horizon, interval.to()); grain++) {
                day[ofDay(grain)] = true;
            }
        }
    }

    private int ofDay(int grain) {
        int first = layout.problem.start().toLocalTime().toSecondOfDay() / 60 / layout.problem.grainMinutes();
        return (first + grain) % layout.grainsPerDay;
    }
}
