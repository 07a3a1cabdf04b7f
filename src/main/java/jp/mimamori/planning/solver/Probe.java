package jp.mimamori.planning.solver;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.planning.Problem.Interval;

/** Asks of one start of a task everything that stands against it in a finished plan. */
final class Probe {

    private final Occupancy plan;
    private final Layout layout;

    Probe(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
    }

    /** All hindrances of {@code job} at {@code start}, which is inside the horizon. The job itself must have no window. */
    Set<Hindrance> hindrances(Job job, int start) {
        Set<Hindrance> found = EnumSet.noneOf(Hindrance.class);
        int end = start + job.duration;
        Integer previous = job.task.previous();
        note(found, Hindrance.EARLIEST, start < job.task.earliest());
        note(found, Hindrance.PINNED, job.pinned() && previous != null && previous != start);
        note(found, Hindrance.BOOKING, layout.grains.within(layout.bookings(job), start, end) > 0);
        note(found, Hindrance.BLACKOUT, layout.grains.within(layout.blackouts(job), start, end) > 0);
        note(found, Hindrance.ORDER, !plan.inOrder(job, start));
        note(found, Hindrance.DEVICE_BUSY, plan.deviceFull(job, start, end));
        note(found, Hindrance.REDUNDANCY, plan.groupFull(job, start, end)
                || job.group >= 0 && layout.maxOut[job.group] < 1);
        if (job.vendor >= 0) {
            vendor(found, job, start, end);
        }
        people(found, job, start, end);
        return found;
    }

    private void vendor(Set<Hindrance> found, Job job, int start, int end) {
        List<Interval> available = layout.problem.vendors().get(job.vendor).available();
        note(found, Hindrance.VENDOR_ABSENT, layout.grains.within(available, start, end) < job.duration);
        note(found, Hindrance.VENDOR_DAY, layout.day[start] != layout.day[end - 1]);
        note(found, Hindrance.VENDOR_BUSY, plan.vendorFull(job, start, end) || layout.capacity[job.vendor] < 1);
        note(found, Hindrance.VENDOR_VISITS,
                plan.newVisit(job, start) && plan.visits(job.vendor) >= layout.maxVisits[job.vendor]);
    }

    private void people(Set<Hindrance> found, Job job, int start, int end) {
        if (job.crews.length == 0) {
            found.add(Hindrance.SKILL);
        } else if (plan.freeCrew(job, start, 0) == null) {
            boolean onShift = false;
            for (Crew crew : job.crews) {
                onShift |= layout.onShift(crew, start, end);
            }
            found.add(onShift ? Hindrance.STAFF_BUSY : Hindrance.SHIFT);
        }
    }

    private static void note(Set<Hindrance> found, Hindrance hindrance, boolean there) {
        if (there) {
            found.add(hindrance);
        }
    }
}
