package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A proven lower bound on the soft score of any plan that places the same tasks. Whatever tasks compete for (the people of a
 * site by skill and all together, devices, redundancy groups, vendors) gets a price per grain; each task then takes its
 * cheapest start by itself, and the prices of what there is are taken off. That is a bound for any prices (Lagrangian
 * relaxation); subgradient steps make them good. Order and the limit of visits are left out, a visit is shared out over the
 * tasks that fit into its day.
 */
final class LowerBound {

    /** After so many rounds without a better bound, go back to the best prices and step less boldly. */
    private static final int PATIENCE = 10;
    private static final double CAUTION = 0.6;
    private static final double MEMORY = 0.9;

    private final Layout layout;
    private final List<Job> jobs;
    private final List<Pool> pools = new ArrayList<>();
    private final Map<Object, Pool> known = new HashMap<>();
    private final Map<Job, Pool[]> uses = new HashMap<>();
    private final Map<Integer, double[]> visitPrice = new HashMap<>();
    private double best = Double.NEGATIVE_INFINITY;

    /** Something tasks compete for: how much there is, how much was taken, and its price, in each grain. */
    private static final class Pool {
        final int[] room;
        final int[] taken;
        final double[] price;
        final double[] upTo;

        /** A mean of the last rounds' excess, so that prices do not swing. */
        final double[] trend;
        final double[] bestPrice;

        void keep() {
            System.arraycopy(price, 0, bestPrice, 0, price.length);
        }

        void back() {
            System.arraycopy(bestPrice, 0, price, 0, price.length);
            Arrays.fill(trend, 0);
        }

        Pool(int[] room) {
            this.room = room;
            this.trend = new double[room.length];
            this.bestPrice = new double[room.length];
            this.taken = new int[room.length];
            this.price = new double[room.length];
            this.upTo = new double[room.length + 1];
        }
    }

    private LowerBound(Occupancy plan) {
        this.layout = plan.layout;
        this.jobs = Arrays.stream(layout.jobs).filter(plan::placed).toList();
        for (Job job : jobs) {
            uses.put(job, pools(job));
        }
        shareVisits();
    }

    /**
     * The best bound within {@code seconds} and {@code rounds}; empty where some task keeps only a part of its starts, so
     * that nothing would be proven.
     */
    static OptionalLong of(Occupancy plan, double seconds, int rounds) {
        boolean whole = Arrays.stream(plan.layout.jobs).filter(plan::placed)
                .allMatch(job -> job.starts.length == job.allowed.cardinality());
        long end = System.nanoTime() + (long) Math.min(Long.MAX_VALUE / 4, seconds * 1e9);
        return whole ? OptionalLong.of(new LowerBound(plan).climb(plan.soft(), end, rounds)) : OptionalLong.empty();
    }

    private long climb(long reached, long end, int rounds) {
        double boldness = 1.0;
        int waited = 0;
        for (int round = 0; round < rounds && (round < 1 || System.nanoTime() < end); round++) {
            double value = value();
            waited++;
            if (value > best) {
                waited = 0;
                best = value;
                pools.forEach(Pool::keep);
            } else if (waited > PATIENCE) {
                boldness *= CAUTION;
                waited = 0;
                pools.forEach(Pool::back);
                value = best;
            }
            if (!step(boldness * (reached - value))) {
                break;
            }
        }
        // a hair less than what was computed, as the sums are in floating point
        return Math.min(reached, (long) Math.ceil(best - 1e-7 * Math.abs(best) - 1e-3));
    }

    /** The bound that the present prices prove; counts what each pool would be asked for. */
    private double value() {
        double value = 0;
        for (Pool pool : pools) {
            Arrays.fill(pool.taken, 0);
            for (int grain = 0; grain < pool.price.length; grain++) {
                pool.upTo[grain + 1] = pool.upTo[grain] + pool.price[grain];
                value -= pool.price[grain] * pool.room[grain];
            }
        }
        for (Job job : jobs) {
            value += cheapest(job);
        }
        return value;
    }

    private double cheapest(Job job) {
        Pool[] used = uses.getOrDefault(job, new Pool[0]);
        double[] visits = visitPrice.get(job.index);
        double least = Double.POSITIVE_INFINITY;
        int at = job.starts[0];
        for (int start : job.starts) {
            double cost = layout.cost(job, start);
            if (cost >= least) {
                break;
            }
            int to = start + job.duration;
            for (Pool pool : used) {
                cost += pool.upTo[to] - pool.upTo[start];
            }
            cost += visits == null ? 0 : visits[layout.day[start]];
            if (cost < least) {
                least = cost;
                at = start;
            }
        }
        for (Pool pool : used) {
            for (int grain = at; grain < at + job.duration; grain++) {
                pool.taken[grain]++;
            }
        }
        return least;
    }

    /** Dearer where more was asked for than there is, cheaper where there is some left; false where nothing is amiss. */
    private boolean step(double gap) {
        double norm = 0;
        for (Pool pool : pools) {
            for (int grain = 0; grain < pool.price.length; grain++) {
                double over = pool.taken[grain] - pool.room[grain];
                double trend = over + MEMORY * pool.trend[grain];
                pool.trend[grain] = trend < 0 && pool.price[grain] <= 0 ? 0 : trend;
                norm += pool.trend[grain] * pool.trend[grain];
            }
        }
        if (norm == 0 || gap <= 0) {
            return false;
        }
        double length = gap / norm;
        for (Pool pool : pools) {
            for (int grain = 0; grain < pool.price.length; grain++) {
                pool.price[grain] = Math.max(0, pool.price[grain] + length * pool.trend[grain]);
            }
        }
        return true;
    }

    /** What {@code job} takes from, once for each unit it takes. */
    private Pool[] pools(Job job) {
        List<Pool> used = new ArrayList<>();
        for (String role : job.task.roles()) {
            used.add(pool(List.of("skill", job.site, role), () -> people(job.site, role)));
            used.add(pool(List.of("all", job.site), () -> people(job.site, null)));
        }
        if (layout.crowdedDevice[job.device]) {
            used.add(pool(List.of("device", job.device), () -> constant(1)));
        }
        if (job.group >= 0 && layout.crowdedGroup[job.group]) {
            used.add(pool(List.of("group", job.group), () -> constant(layout.maxOut[job.group])));
        }
        if (job.vendor >= 0) {
            used.add(pool(List.of("vendor", job.vendor), () -> constant(layout.capacity[job.vendor])));
        }
        return used.toArray(Pool[]::new);
    }

    private Pool pool(Object key, java.util.function.Supplier<int[]> room) {
        return known.computeIfAbsent(key, any -> {
            var pool = new Pool(room.get());
            pools.add(pool);
            return pool;
        });
    }

    private int[] people(int site, @org.jspecify.annotations.Nullable String role) {
        int[] room = new int[layout.horizon];
        String id = layout.problem.sites().get(site).id();
        for (int person = 0; person < layout.problem.staff().size(); person++) {
            var who = layout.problem.staff().get(person);
            if (who.site().equals(id) && (role == null || who.skills().contains(role))) {
                for (int grain = 0; grain < room.length; grain++) {
                    room[grain] += layout.offShift(person, grain, grain + 1) == 0 ? 1 : 0;
                }
            }
        }
        return room;
    }

    private int[] constant(int room) {
        int[] rooms = new int[layout.horizon];
        Arrays.fill(rooms, room);
        return rooms;
    }

    /**
     * A visit's cost goes to its tasks by their duration: however many of them come that day, together they cannot be longer
     * than the vendor's engineers work that day, nor than all that could come.
     */
    private void shareVisits() {
        Map<Integer, List<Job>> journeys = new HashMap<>();
        jobs.stream().filter(job -> job.vendor >= 0)
                .forEach(job -> journeys.computeIfAbsent(layout.journey(job), any -> new ArrayList<>()).add(job));
        for (List<Job> journey : journeys.values()) {
            int vendor = journey.get(0).vendor;
            long[] room = new long[layout.days];
            for (int grain = 0; grain < layout.horizon; grain++) {
                var available = layout.problem.vendors().get(vendor).available();
                room[layout.day[grain]] +=
                        (long) layout.grains.within(available, grain, grain + 1) * layout.capacity[vendor];
            }
            long[] wanted = new long[layout.days];
            for (Job job : journey) {
                Set<Integer> days = new HashSet<>();
                job.allowed.stream().forEach(start -> days.add(layout.day[start]));
                days.forEach(day -> wanted[day] += job.duration);
            }
            for (Job job : journey) {
                double[] share = new double[layout.days];
                for (int day = 0; day < layout.days; day++) {
                    long most = Math.min(room[day], wanted[day]);
                    share[day] = most <= 0 ? 0 : (double) layout.problem.weights().visit() * job.duration / most;
                }
                visitPrice.put(job.index, share);
            }
        }
    }
}
