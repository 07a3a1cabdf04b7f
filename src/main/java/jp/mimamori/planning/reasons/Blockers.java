package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Hindrance;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Strain;

/** Names who or what stands behind a hindrance. */
final class Blockers {

    private final Occupancy plan;
    private final Layout layout;
    private final Strain strain;
    private final Problem problem;

    Blockers(Occupancy plan, Strain strain) {
        this.plan = plan;
        this.strain = strain;
        this.layout = plan.layout;
        this.problem = layout.problem;
    }

    /** Adds to {@code names} what blocks {@code job} at {@code start} by {@code hindrance}. */
    void name(Hindrance hindrance, Job job, int start, Set<String> names) {
        int end = start + job.duration;
        switch (hindrance) {
            case BOOKING -> intervals(layout.bookings(job), job.task.device() + " booking ", start, end, names);
            case BLACKOUT -> intervals(layout.blackouts(job), problem.sites().get(job.site).id() + " blackout ", start, end,
                    names);
            case SKILL -> names.addAll(missing(job));
            case SHIFT -> names.addAll(job.task.roles());
            case DUTY -> intervals(problem.groups().get(job.group).closed(),
                    problem.groups().get(job.group).id() + " emergency duty ", start, end, names);
            case GAP -> close(job, start, end, names);
            case NIGHTS, REST -> strained(hindrance, job, start, end, names);
            case VENDOR_ABSENT, VENDOR_DAY, VENDOR_LEAD, VENDOR_VISITS -> names.add(problem.vendors().get(job.vendor).id());
            case ORDER -> order(job, start, end, 0, names);
            case SOAK -> order(job, start, end, 1, names);
            case DEVICE_BUSY -> tasks(job.onDevice, start, end, names);
            case REDUNDANCY -> tasks(job.inGroup, start, end, names);
            case VENDOR_BUSY -> tasks(job.ofVendor, start, end, names);
            case STAFF_BUSY -> busy(job, start, end, names);
            case HORIZON, EARLIEST, PINNED -> {
                // the task itself
            }
        }
    }

    /** The roles of {@code job} that nobody at its site has; all of them where only enough different people are lacking. */
    List<String> missing(Job job) {
        List<String> missing = new ArrayList<>();
        for (int role = 0; role < job.people.length; role++) {
            if (job.people[role].length == 0) {
                missing.add(job.task.roles().get(role));
            }
        }
        return missing.isEmpty() ? job.task.roles() : missing;
    }

    /** {@code soaks}: 1 where the soak time counts, 0 where it does not. */
    private void order(Job job, int start, int end, int soaks, Set<String> names) {
        for (int before : job.before) {
            Job other = layout.jobs[before];
            if (!plan.placed(other) || plan.end(other) + (long) soaks * job.task.soak() > start) {
                names.add(other.task.id());
            }
        }
        for (int next : job.waiting) {
            Job other = layout.jobs[next];
            if (plan.placed(other) && plan.start(other) < end + (long) soaks * other.task.soak()) {
                names.add(other.task.id());
            }
        }
    }

    private void close(Job job, int start, int end, Set<String> names) {
        long gap = problem.groups().get(job.group).gap();
        for (int index : job.inGroup) {
            Job other = layout.jobs[index];
            if (other.device != job.device && plan.placed(other) && plan.start(other) < end + gap && plan.end(other) + gap > start) {
                names.add(other.task.id());
            }
        }
    }

    private void strained(Hindrance hindrance, Job job, int start, int end, Set<String> names) {
        for (int[] people : job.people) {
            for (int person : people) {
                if (hindrance == Hindrance.NIGHTS ? strain.tooManyNights(person, start, end) : strain.tooLittleRest(person, start, end)) {
                    names.add(problem.staff().get(person).id());
                }
            }
        }
    }

    private void busy(Job job, int start, int end, Set<String> names) {
        for (Crew crew : job.crews) {
            for (int role = 0; role < crew.size(); role++) {
                for (int grain = start; grain < end; grain++) {
                    Job holder = plan.holder(crew.person(role), grain);
                    if (holder != null) {
                        names.add(holder.task.id());
                    }
                }
            }
        }
    }

    private void tasks(int[] others, int start, int end, Set<String> names) {
        for (int other : others) {
            Job job = layout.jobs[other];
            if (plan.placed(job) && plan.start(job) < end && plan.end(job) > start) {
                names.add(job.task.id());
            }
        }
    }

    private static void intervals(List<Interval> intervals, String what, int start, int end, Set<String> names) {
        for (Interval interval : intervals) {
            if (interval.from() < end && interval.to() > start) {
                names.add(what + interval.from() + "–" + interval.to());
            }
        }
    }
}
