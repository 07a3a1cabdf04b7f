package jp.mimamori.planning.reasons;

import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;

/** How much a device is used for patients: in a window, and in a whole week. */
final class Use {

    private final Layout layout;

    Use(Layout layout) {
        this.layout = layout;
    }

    /** Mean use of the device in the window, in percent. */
    int mean(Job job, int start) {
        int[] use = week(job);
        long sum = 0;
        for (int grain = start; grain < start + job.duration; grain++) {
            sum += use[grain % use.length];
        }
        return (int) Math.round((double) sum / job.duration);
    }

    /** Mean use of the device in the week, in percent. */
    int weekly(Job job) {
        long sum = 0;
        int[] use = week(job);
        for (int value : use) {
            sum += value;
        }
        return (int) Math.round((double) sum / use.length);
    }

    private int[] week(Job job) {
        return layout.problem.devices().get(job.device).utilisation();
    }
}
