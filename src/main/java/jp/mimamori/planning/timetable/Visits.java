package jp.mimamori.planning.timetable;

/** How many tasks each vendor's visits have, by site and day, and how many visits that makes. */
final class Visits {

    private final Layout layout;
    private final int[][] visiting;
    private final int[] visits;

    Visits(Layout layout) {
        this.layout = layout;
        int vendors = layout.capacity.length;
        visiting = new int[vendors * layout.sites][vendors == 0 ? 0 : layout.days];
        visits = new int[vendors];
    }

    /** How many tasks there are on the day of {@code from} where {@code job} is. */
    int visitors(Job job, int from) {
        return visiting[layout.journey(job)][layout.day[from]];
    }

    int of(int vendor) {
        return visits[vendor];
    }

    /** Counts a task in or out; how many visits more or fewer that makes. */
    int change(Job job, int from, int sign) {
        int[] onDay = visiting[layout.journey(job)];
        int day = layout.day[from];
        onDay[day] += sign;
        int change = onDay[day] == (sign > 0 ? 1 : 0) ? sign : 0;
        visits[job.vendor] += change;
        return change;
    }

    /** Visits of {@code vendor} beyond its limit. */
    int tooMany(int vendor) {
        return Math.max(0, visits[vendor] - layout.maxVisits[vendor]);
    }
}
