package jp.mimamori.planning.replanning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.mimamori.planning.placing.Fill;
import jp.mimamori.planning.placing.Seats;
import jp.mimamori.planning.placing.Windows;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/**
 * Makes room for work that has no window, or an urgent one too late, by moving one published window elsewhere: a free one if
 * that is enough, else a firm one. Frozen ones are never asked.
 */
final class Room {

    /** Starts looked at for one task. */
    private static final int STARTS = 2_000;

    private final Occupancy plan;
    private final Layout layout;
    private final Map<String, Set<String>> moved = new HashMap<>();

    Room(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
    }

    /** All windows as they are now. */
    Windows windows() {
        return Windows.of(plan);
    }

    /** Tasks that moved, and for whom. */
    Map<String, Set<String>> moved() {
        return moved;
    }

    /** Looks for a place for each of {@code guests}; those that move must satisfy {@code free}, or else {@code firm}. */
    void make(List<Job> guests, Predicate<Job> free, Predicate<Job> firm) {
        List<Job> order = new ArrayList<>(guests);
        order.sort(Comparator.comparing((Job job) -> -job.risk).thenComparingInt(job -> job.index));
        for (Job guest : order) {
            if (!Fill.cheapest(plan, guest) && !make(guest, free)) {
                make(guest, firm);
            }
        }
    }

    private boolean make(Job guest, Predicate<Job> may) {
        Job host = null;
        Crew guests = null;
        Crew hosts = null;
        int at = 0;
        int to = 0;
        long cheapest = Long.MAX_VALUE;
        for (int i = 0; i < Math.min(STARTS, guest.starts.length); i++) {
            int start = guest.starts[i];
            if (layout.cost(guest, start) >= cheapest) {
                break;
            }
            for (Job other : inTheWay(guest, start, may)) {
                int from = plan.start(other);
                Crew crew = plan.crew(other);
                long was = plan.soft();
                plan.remove(other);
                if (plan.open(guest, start) && Seats.take(plan, guest, start, plan.freeCrew(guest, start, 0))) {
                    if (Fill.cheapest(plan, other)) {
                        long price = plan.soft() - was;
                        if (price < cheapest) {
                            cheapest = price;
                            host = other;
                            at = start;
                            to = plan.start(other);
                            guests = plan.crew(guest);
                            hosts = plan.crew(other);
                        }
                        plan.remove(other);
                    }
                    plan.remove(guest);
                }
                plan.place(other, from, crew);
            }
        }
        if (host == null) {
            return false;
        }
        plan.remove(host);
        plan.place(guest, at, guests);
        plan.place(host, to, hosts);
        moved.computeIfAbsent(host.task.id(), any -> new HashSet<>()).add(guest.task.id());
        return true;
    }

    /** Windows at that time that share something with the guest, and those that must come after it and begin too soon. */
    private List<Job> inTheWay(Job guest, int start, Predicate<Job> may) {
        int end = start + guest.duration;
        List<Job> others = new ArrayList<>();
        for (Job other : layout.jobs) {
            if (other != guest && plan.placed(other) && may.test(other) && (plan.start(other) < end && start < plan.end(other)
                    && related(guest, other) || plan.start(other) < end && Arrays.stream(guest.waiting).anyMatch(w -> w == other.index))) {
                others.add(other);
            }
        }
        return others;
    }

    private boolean related(Job guest, Job other) {
        return guest.device == other.device || guest.group >= 0 && guest.group == other.group
                || guest.vendor >= 0 && guest.vendor == other.vendor || guest.site == other.site && shares(guest, plan.crew(other));
    }

    private static boolean shares(Job guest, @org.jspecify.annotations.Nullable Crew crew) {
        for (int role = 0; crew != null && role < crew.size(); role++) {
            int person = crew.person(role);
            for (int[] people : guest.people) {
                if (Arrays.stream(people).anyMatch(each -> each == person)) {
                    return true;
                }
            }
        }
        return false;
    }
}
