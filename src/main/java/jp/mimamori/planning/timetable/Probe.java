package jp.mimamori.planning.timetable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;

/** Asks of one start of a task everything that stands against it in a finished plan. */
public final class Probe {

    private final Occupancy plan;
    private final Layout layout;
    private final Strain strain;

    public Probe(Occupancy plan, Strain strain) {
        this.plan = plan;
        this.layout = plan.layout;
        this.strain = strain;
    }

    /** All hindrances of {@code job} at {@code start}, which is inside the horizon. The job itself must have no window. */
    public Set<Hindrance> hindrances(Job job, int start) {
        Set<Hindrance> found = EnumSet.noneOf(Hindrance.class);
        int end = start + job.duration;
        Integer previous = job.task.previous();
        note(found, Hindrance.EARLIEST, start < job.task.earliest());
        note(found, Hindrance.PINNED, job.pinned() && previous != null && previous != start);
        note(found, Hindrance.BOOKING, layout.grains.within(layout.bookings(job), start, end) > 0);
        note(found, Hindrance.BLACKOUT, layout.grains.within(layout.blackouts(job), start, end) > 0);
        order(found, job, start, end);
        note(found, Hindrance.DEVICE_BUSY, plan.deviceFull(job, start, end));
        if (job.group >= 0) {
            group(found, job, start, end);
        }
        if (job.vendor >= 0) {
            vendor(found, job, start, end);
        }
        people(found, job, start, end);
        return found;
    }

    private void order(Set<Hindrance> found, Job job, int start, int end) {
        for (int index : job.before) {
            Job before = layout.jobs[index];
            boolean ended = plan.placed(before) && plan.end(before) <= start;
            note(found, ended ? Hindrance.SOAK : Hindrance.ORDER, !ended || start - plan.end(before) < job.task.soak());
        }
        for (int index : job.waiting) {
            Job next = layout.jobs[index];
            int gap = plan.placed(next) ? plan.start(next) - end : Integer.MAX_VALUE;
            note(found, gap < 0 ? Hindrance.ORDER : Hindrance.SOAK, gap < Math.max(0, next.task.soak()));
        }
    }

    private void group(Set<Hindrance> found, Job job, int start, int end) {
        Problem.Group group = layout.problem.groups().get(job.group);
        note(found, Hindrance.DUTY, layout.grains.within(group.closed(), start, end) > 0);
        note(found, Hindrance.REDUNDANCY, plan.groupFull(job, start, end) || layout.maxOut[job.group] < 1);
        if (group.gap() > 0) {
            for (int other : job.inGroup) {
                note(found, Hindrance.GAP, close(job, layout.jobs[other], start, end, group.gap()));
            }
        }
    }

    /** Whether {@code other}, on another device of the group, has its window less than {@code gap} away. */
    boolean close(Job job, Job other, int start, int end, int gap) {
        return other.device != job.device && plan.placed(other)
                && (long) plan.start(other) - gap < end && (long) plan.end(other) + gap > start;
    }

    private void vendor(Set<Hindrance> found, Job job, int start, int end) {
        Problem.Vendor vendor = layout.problem.vendors().get(job.vendor);
        List<Interval> available = vendor.available();
        note(found, Hindrance.VENDOR_ABSENT, layout.grains.within(available, start, end) < job.duration);
        note(found, Hindrance.VENDOR_DAY, layout.day[start] != layout.day[end - 1]);
        note(found, Hindrance.VENDOR_LEAD, ExactScore.tooSoon(job.task, vendor, start));
        note(found, Hindrance.VENDOR_BUSY, plan.vendorFull(job, start, end) || layout.capacity[job.vendor] < 1);
        note(found, Hindrance.VENDOR_VISITS,
                plan.newVisit(job, start) && plan.visits(job.vendor) >= layout.maxVisits[job.vendor]);
    }

    private void people(Set<Hindrance> found, Job job, int start, int end) {
        if (job.crews.length == 0) {
            found.add(Hindrance.SKILL);
        } else if (plan.freeCrew(job, start, 0) == null) {
            found.addAll(kept(job, start, end));
        }
    }

    /** Why no crew can come: nobody is on shift, whoever is has another task, or had too many nights or too little rest. */
    private Set<Hindrance> kept(Job job, int start, int end) {
        Set<Hindrance> why = EnumSet.noneOf(Hindrance.class);
        for (Crew crew : job.crews) {
            if (!layout.onShift(crew, start, end)) {
                continue;
            }
            Set<Hindrance> those = strain.limited() ? strains(crew, start, end) : EnumSet.of(Hindrance.STAFF_BUSY);
            if (!those.contains(Hindrance.STAFF_BUSY)) {
                return those;
            }
            why = those;
            if (!strain.limited()) {
                break;
            }
        }
        return why.isEmpty() ? EnumSet.of(Hindrance.SHIFT) : EnumSet.of(Hindrance.STAFF_BUSY);
    }

    private Set<Hindrance> strains(Crew crew, int start, int end) {
        Set<Hindrance> those = EnumSet.noneOf(Hindrance.class);
        for (int role = 0; role < crew.size(); role++) {
            int person = crew.person(role);
            note(those, Hindrance.STAFF_BUSY, strain.busy(person, start, end));
            note(those, Hindrance.NIGHTS, strain.tooManyNights(person, start, end));
            note(those, Hindrance.REST, strain.tooLittleRest(person, start, end));
        }
        return those.isEmpty() ? EnumSet.of(Hindrance.STAFF_BUSY) : those;
    }

    private static void note(Set<Hindrance> found, Hindrance hindrance, boolean there) {
        if (there) {
            found.add(hindrance);
        }
    }
}
