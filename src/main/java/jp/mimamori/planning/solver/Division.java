package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Load;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Part;

/**
 * Divides a plan into two parts that can be searched at the same time: by sites, which share nothing but vendors, or else by
 * hours. Each round divides it elsewhere, so that in the end everything could move everywhere.
 */
final class Division {

    private final Layout layout;
    private final List<List<Job>> islands;

    Division(Layout layout) {
        this.layout = layout;
        this.islands = islands();
    }

    /** Two parts that together hold every task, except those that stand across midnight where the hours are cut. */
    List<Part> parts(Occupancy now, int round, Random random) {
        return islands.size() > 1 ? byIsland(now, round, random) : byHours(now, round, random);
    }

    private List<Part> byIsland(Occupancy now, int round, Random random) {
        List<List<Job>> order = new ArrayList<>(islands);
        Collections.shuffle(order, random);
        order.sort(Comparator.comparingInt(island -> -Integer.highestOneBit(island.size())));
        List<List<Job>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        for (List<Job> island : order) {
            halves.get(halves.get(0).size() <= halves.get(1).size() ? 0 : 1).addAll(island);
        }
        boolean[][] comes = {comes(halves.get(0)), comes(halves.get(1))};
        List<Part> parts = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int[][] kept = new int[layout.capacity.length][layout.horizon];
            for (int vendor = 0; vendor < kept.length; vendor++) {
                for (int grain = 0; comes[1 - half][vendor] && grain < layout.horizon; grain++) {
                    boolean own = (vendor + layout.day[grain] + round & 1) == half;
                    kept[vendor][grain] = own ? 0 : Math.max(0, layout.capacity[vendor] - now.engineers(vendor, grain));
                }
            }
            parts.add(part(halves.get(half), room(now, comes, half, round), null, kept));
        }
        return parts;
    }

    private List<Part> byHours(Occupancy now, int round, Random random) {
        int[] starts = Arrays.stream(layout.movable).filter(now::placed).mapToInt(now::start).sorted().toArray();
        double jitter = (random.nextDouble() - 0.5) / 5;
        int[] cuts = starts.length == 0 ? new int[] {0, 0} : round % 2 == 0
                ? new int[] {0, midnight(starts, 0.5 + jitter)}
                : new int[] {midnight(starts, 0.25 + jitter), midnight(starts, 0.75 + jitter)};
        Load[] foreign = {new Load(layout.horizon, 1), new Load(layout.horizon, 1)};
        for (int grain = 0; grain < layout.horizon; grain++) {
            foreign[grain >= cuts[0] && grain < cuts[1] ? 1 : 0].close(grain);
        }
        List<List<Job>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        for (Job job : layout.movable) {
            for (int half = 0; half < 2; half++) {
                if (now.placed(job) ? !foreign[half].full(now.start(job), now.end(job)) : (job.index + round & 1) == half) {
                    halves.get(half).add(job);
                }
            }
        }
        boolean[][] comes = {comes(halves.get(0)), comes(halves.get(1))};
        return List.of(part(halves.get(0), room(now, comes, 0, round), foreign[0], null),
                part(halves.get(1), room(now, comes, 1, round), foreign[1], null));
    }

    /** The midnight after {@code share} of the tasks. */
    private int midnight(int[] starts, double share) {
        int start = starts[(int) (share * (starts.length - 1))];
        int grain = start;
        while (grain < layout.horizon && layout.day[grain] == layout.day[start]) {
            grain++;
        }
        return grain;
    }

    private Part part(List<Job> jobs, int[] room, @org.jspecify.annotations.Nullable Load foreign,
            int @org.jspecify.annotations.Nullable [][] kept) {
        boolean[] mine = new boolean[layout.jobs.length];
        jobs.forEach(job -> mine[job.index] = true);
        return new Part(jobs.toArray(Job[]::new), mine, room, foreign, kept);
    }

    /** Visits there may be in all: those there are, and half of what is left, or all of it where the others have no use for it. */
    private int[] room(Occupancy now, boolean[][] comes, int half, int round) {
        int[] room = new int[layout.maxVisits.length];
        for (int vendor = 0; vendor < room.length; vendor++) {
            int left = Math.max(0, layout.maxVisits[vendor] - now.visits(vendor));
            room[vendor] = now.visits(vendor) + (comes[1 - half][vendor] ? (left + (half + round + vendor & 1)) / 2 : left);
        }
        return room;
    }

    private boolean[] comes(List<Job> jobs) {
        boolean[] comes = new boolean[layout.capacity.length];
        jobs.stream().filter(job -> job.vendor >= 0).forEach(job -> comes[job.vendor] = true);
        return comes;
    }

    /** The movable tasks of sites that no group and no order links. */
    private List<List<Job>> islands() {
        int[] root = new int[layout.sites];
        Arrays.setAll(root, site -> site);
        for (Job job : layout.jobs) {
            for (int[] linked : List.of(job.inGroup, job.before)) {
                for (int other : linked) {
                    root[find(root, layout.jobs[other].site)] = find(root, job.site);
                }
            }
        }
        List<List<Job>> islands = new ArrayList<>();
        for (int site = 0; site < layout.sites; site++) {
            islands.add(new ArrayList<>());
        }
        for (Job job : layout.movable) {
            islands.get(find(root, job.site)).add(job);
        }
        return islands.stream().filter(island -> !island.isEmpty()).toList();
    }

    private static int find(int[] root, int site) {
        int at = site;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }
}
