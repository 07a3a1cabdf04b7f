package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.function.IntPredicate;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Labels;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.timetable.Hindrance;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;

/** Puts a hindrance into words: what stands in the way, by the names people know, and what it would take. */
final class Grounds {

    private static final Wording WORDS = Wording.of(Grounds.class);

    private final Layout layout;
    private final Problem problem;
    private final Labels labels;
    private final Blockers blockers;

    Grounds(Layout layout, Blockers blockers) {
        this.layout = layout;
        this.problem = layout.problem;
        this.labels = problem.labels();
        this.blockers = blockers;
    }

    /** What stands against {@code count} of {@code of} starts. */
    Message obstacle(Hindrance hindrance, Job job, int count, int of) {
        return WORDS.message(key(hindrance, job, count == of), count, of, about(hindrance, job), longest(hindrance, job),
                hours(job.duration), limit(hindrance, job));
    }

    /** Grains as hours, without a fraction where there is none. */
    String hours(int grains) {
        double hours = grains * (double) problem.grainMinutes() / 60;
        return hours == Math.rint(hours) ? Long.toString((long) hours) : Double.toString(hours);
    }

    /** Where nothing is long enough, that is said instead of a count that explains nothing. */
    private String key(Hindrance hindrance, Job job, boolean always) {
        int longest = always ? run(hindrance, job) : Integer.MAX_VALUE;
        return switch (hindrance) {
            case VENDOR_ABSENT -> longest == 0 ? "obstacle.vendor_never"
                    : longest < job.duration ? "obstacle.vendor_short" : hindrance.key("obstacle");
            case SHIFT -> longest == 0 ? "obstacle.shift_never"
                    : longest < job.duration ? "obstacle.shift_short" : hindrance.key("obstacle");
            case BOOKING -> longest < job.duration ? "obstacle.booking_short" : hindrance.key("obstacle");
            case SKILL -> nobody(job) ? "obstacle.skill_nobody" : hindrance.key("obstacle");
            default -> hindrance.key("obstacle");
        };
    }

    private boolean nobody(Job job) {
        return java.util.Arrays.stream(job.people).anyMatch(people -> people.length == 0);
    }

    private String longest(Hindrance hindrance, Job job) {
        int run = run(hindrance, job);
        return run == Integer.MAX_VALUE ? "" : hours(run);
    }

    /** The longest stretch, in grains, that the hindrance leaves free from the task's earliest start on. */
    private int run(Hindrance hindrance, Job job) {
        return switch (hindrance) {
            case VENDOR_ABSENT -> run(job, grain -> layout.grains.within(problem.vendors().get(job.vendor).available(), grain, grain + 1) > 0);
            case BOOKING -> run(job, grain -> layout.grains.within(layout.bookings(job), grain, grain + 1) == 0);
            case SHIFT -> {
                int least = Integer.MAX_VALUE;
                for (int[] people : job.people) {
                    int most = 0;
                    for (int person : people) {
                        most = Math.max(most, run(job, grain -> layout.offShift(person, grain, grain + 1) == 0));
                    }
                    least = Math.min(least, most);
                }
                yield least;
            }
            default -> Integer.MAX_VALUE;
        };
    }

    private int run(Job job, IntPredicate free) {
        int longest = 0;
        int now = 0;
        for (int grain = Math.max(0, job.task.earliest()); grain < layout.horizon; grain++) {
            now = free.test(grain) ? now + 1 : 0;
            longest = Math.max(longest, now);
        }
        return longest;
    }

    /** The number that is used up: devices, engineers or visits. */
    private Object limit(Hindrance hindrance, Job job) {
        return switch (hindrance) {
            case GAP -> hours(problem.groups().get(job.group).gap());
            case SOAK -> hours(job.task.soak());
            case VENDOR_LEAD -> hours(problem.vendors().get(job.vendor).lead());
            case REDUNDANCY -> layout.maxOut[job.group];
            case VENDOR_BUSY -> layout.capacity[job.vendor];
            case VENDOR_VISITS -> layout.maxVisits[job.vendor];
            default -> 0;
        };
    }

    private Object about(Hindrance hindrance, Job job) {
        return switch (hindrance) {
            case SKILL -> labels.roles(blockers.missing(job));
            case SHIFT, STAFF_BUSY, NIGHTS, REST -> labels.roles(new ArrayList<>(job.task.roles()));
            case VENDOR_ABSENT, VENDOR_DAY, VENDOR_LEAD, VENDOR_BUSY, VENDOR_VISITS -> labels.vendor(problem.vendors().get(job.vendor).id());
            case REDUNDANCY, DUTY, GAP -> labels.group(problem.groups().get(job.group).id());
            case BLACKOUT -> problem.sites().get(job.site).id();
            case ORDER, SOAK -> labels.tasks(job.task.after());
            case HORIZON, EARLIEST, PINNED, BOOKING, DEVICE_BUSY -> labels.device(job.task.device());
        };
    }
}
