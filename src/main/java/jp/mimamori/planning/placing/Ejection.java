package jp.mimamori.planning.placing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Hindrance;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Probe;
import org.jspecify.annotations.Nullable;

/** Looks for one other task that could make room for a task without a window, and itself finds another place. */
public final class Ejection {

    /** What only other tasks stand behind. */
    private static final Set<Hindrance> BY_TASKS = EnumSet.of(Hindrance.DEVICE_BUSY, Hindrance.REDUNDANCY, Hindrance.GAP,
            Hindrance.VENDOR_BUSY, Hindrance.VENDOR_VISITS, Hindrance.STAFF_BUSY, Hindrance.ORDER, Hindrance.SOAK);
    /** Starts looked at for one task, and other tasks moved away for it. */
    private static final int MOST_STARTS = 60;
    private static final int MOST_MOVED = 300;
    /** Windows people agreed on that are looked at: where those may go has to be asked of every hour anew. */
    private static final int MOST_PINNED = 5;

    private final Occupancy plan;
    private final Layout layout;
    private final Probe probe;

    public Ejection(Occupancy plan, Probe probe) {
        this.plan = plan;
        this.layout = plan.layout;
        this.probe = probe;
    }

    /** {@code other} goes from {@code from} to {@code to} so that the task can start at {@code start}. */
    public record Room(int start, Crew crew, Job other, int from, int to, Crew otherCrew, long cost) {
    }

    public static boolean canHelp(Set<Hindrance> found) {
        return BY_TASKS.containsAll(found);
    }

    /** The cheapest rooms, one for each task that could go, the cheapest first. */
    public List<Room> of(Job job, List<Integer> starts) {
        List<Room> rooms = new ArrayList<>();
        int moved = 0;
        int pinned = 0;
        Set<Integer> done = new TreeSet<>();
        List<Integer> cheapest = starts.stream()
                .sorted(Comparator.comparingLong((Integer start) -> layout.cost(job, start)).thenComparing(start -> start))
                .limit(MOST_STARTS).toList();
        for (int start : cheapest) {
            for (int index : blocking(job, start)) {
                Job other = layout.jobs[index];
                if (done.contains(index) || other.pinned() && pinned >= MOST_PINNED || ++moved > MOST_MOVED) {
                    continue;
                }
                pinned += other.pinned() ? 1 : 0;
                Room room = without(job, start, other);
                if (room != null) {
                    rooms.add(room);
                    done.add(index);
                }
            }
        }
        rooms.sort(Comparator.comparing((Room room) -> room.other.pinned()).thenComparingLong(Room::cost)
                .thenComparingInt(Room::start));
        return rooms;
    }

    private @Nullable Room without(Job job, int start, Job other) {
        int from = plan.start(other);
        Crew was = plan.crew(other);
        long before = plan.soft();
        plan.remove(other);
        Room room = null;
        Crew crew = probe.hindrances(job, start).isEmpty() ? plan.freeCrew(job, start, 0) : null;
        if (crew != null) {
            plan.place(job, start, crew);
            int to = elsewhere(other);
            Crew people = to < 0 ? null : plan.freeCrew(other, to, 0);
            if (people != null) {
                plan.place(other, to, people);
                room = new Room(start, crew, other, from, to, people, plan.soft() - before);
                plan.remove(other);
            }
            plan.remove(job);
        }
        plan.place(other, from, was);
        return room;
    }

    /** The cheapest start that {@code other} can take now; -1 where there is none. */
    private int elsewhere(Job other) {
        int best = -1;
        long least = Long.MAX_VALUE;
        if (other.pinned()) {
            Set<Hindrance> pin = EnumSet.of(Hindrance.PINNED);
            for (int start = Math.max(0, other.task.earliest()); start <= layout.horizon - other.duration; start++) {
                if (layout.cost(other, start) < least && pin.equals(probe.hindrances(other, start))) {
                    best = start;
                    least = layout.cost(other, start);
                }
            }
            return best;
        }
        for (int start : other.starts) {
            if (layout.cost(other, start) >= least) {
                break;
            }
            if (plan.open(other, start) && plan.price(other, start) < least && plan.freeCrew(other, start, 0) != null) {
                best = start;
                least = plan.price(other, start);
            }
        }
        return best;
    }

    /** The placed tasks that stand against {@code job} at {@code start}, by index. */
    private Set<Integer> blocking(Job job, int start) {
        Set<Integer> found = new TreeSet<>();
        int end = start + job.duration;
        int gap = job.group < 0 ? 0 : layout.problem.groups().get(job.group).gap();
        overlapping(job.onDevice, start, end, found);
        overlapping(job.inGroup, start - gap, end + gap, found);
        overlapping(job.ofVendor, start, end, found);
        if (job.vendor >= 0 && plan.newVisit(job, start) && plan.visits(job.vendor) >= layout.maxVisits[job.vendor]) {
            for (int index : job.ofVendor) {
                Job other = layout.jobs[index];
                if (plan.placed(other) && plan.visitors(other, plan.start(other)) == 1) {
                    found.add(index);
                }
            }
        }
        for (int[] people : job.people) {
            for (int person : people) {
                for (int grain = start; grain < end; grain++) {
                    Job holder = plan.holder(person, grain);
                    if (holder != null) {
                        found.add(holder.index);
                    }
                }
            }
        }
        for (int index : job.before) {
            if (plan.placed(layout.jobs[index])) {
                found.add(index);
            }
        }
        for (int index : job.waiting) {
            if (plan.placed(layout.jobs[index])) {
                found.add(index);
            }
        }
        found.remove(job.index);
        return found;
    }

    private void overlapping(int[] others, int from, int to, Set<Integer> found) {
        for (int index : others) {
            Job other = layout.jobs[index];
            if (plan.placed(other) && plan.start(other) < to && plan.end(other) > from) {
                found.add(index);
            }
        }
    }

    /** The placement of the task that makes room, once it has. */
    public jp.mimamori.planning.ExactScore.Placement placement(Room room) {
        Problem.PatchTask task = room.other.task;
        return new jp.mimamori.planning.ExactScore.Placement(task.id(), room.to, layout.names(room.otherCrew));
    }
}
