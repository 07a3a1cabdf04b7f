package jp.mimamori.planning.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.timetable.Crews;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;

/**
 * A proven lower bound on the soft score of any plan that places the same tasks (Lagrangian relaxation).
 *
 * <p>Whatever tasks compete for has a price, never below zero, and each task takes its cheapest start by itself:
 * <ul>
 * <li>people of one kind (same site, skills and shifts), grain by grain. A plan pays no more for them than all of them are
 *     worth, as nobody is in two places; a task pays at least the cheapest kind on shift for each role;
 * <li>a device (1), a redundancy group ({@code maxOut}), a vendor's engineers (capacity), grain by grain, likewise;
 * <li>the order of two tasks, as something of which there is one: the first holds it until it has ended, the second from its
 *     start on, and in a plan they never do so together ({@link Claim});
 * <li>a vendor's visit on a day: a task pays for the day it is on, and the visits made earn at most what {@link PricedVisits}
 *     finds; what tasks pay and what their visits earn is the same sum in every plan.
 * </ul>
 * For a plan that breaks nothing, the tasks' prices together come to no more than the worth of all there is, so the sum of the
 * cheapest starts, less that worth and less what visits can earn at best, is no more than the plan's soft score. That is so for
 * any prices; subgradient steps only make them good. Left out, which can only lower the bound: that the same person stays for a
 * whole window when kinds are pooled, that three and more roles need different people, gaps between redundant devices, limits of
 * nights and rest, and the cost of uneven weeks (never below zero). All costs are whole numbers, so the bound is rounded up.
 */
public final class LowerBound {

    private static final Wording WORDS = Wording.of(LowerBound.class);
    /** After so many rounds without a better bound, go back to the best prices and step less boldly. */
    private static final int PATIENCE = 5;
    private static final double CAUTION = 0.7;
    /** Where steps less bold than this gain little, begin again with twice the patience, until it would be more than the most. */
    private static final double LEAST_BOLDNESS = 2e-3;
    private static final int MOST_PATIENCE = 40;

    /** How boldly to go on from good prices. */
    private static final double AGAIN = 0.2;

    private record Stay(int site, int duration) {
    }

    private final Layout layout;
    private final Market market = new Market();
    private final PricedPeople people;
    private final PricedVisits visits;
    private final Map<Stay, Map<List<String>, List<PricedTask>>> stays = new HashMap<>();
    private final boolean[] placed;
    private double best = Double.NEGATIVE_INFINITY;
    private double boldness = 1;
    private int patience = PATIENCE;
    private int waited;
    private int rounds;

    LowerBound(Layout layout, List<Job> jobs) {
        this.layout = layout;
        placed = new boolean[layout.jobs.length];
        jobs.forEach(job -> placed[job.index] = true);
        people = new PricedPeople(layout, market);
        boolean sampled = jobs.stream().anyMatch(Crews::sampled);
        visits = new PricedVisits(layout, jobs, sampled, market);
        for (Job job : jobs) {
            var task = new PricedTask(layout, job, sampled, claims(job), visits.of(job));
            stays.computeIfAbsent(new Stay(job.site, job.duration), any -> new HashMap<>())
                    .computeIfAbsent(job.task.roles(), any -> new ArrayList<>()).add(task);
        }
    }

    /** Improves the prices while {@code more}, one round at the least; {@code reached} is the soft score of the best plan known. */
    void climb(LongSupplier reached, BooleanSupplier more) {
        while (patience <= MOST_PATIENCE && (best == Double.NEGATIVE_INFINITY || more.getAsBoolean())) {
            rounds++;
            double value = value();
            waited++;
            if (value > best) {
                waited = 0;
                best = value;
                market.keep();
            } else if (waited > patience) {
                calm();
                waited = 0;
                market.back();
                continue;
            }
            double target = Math.max(reached.getAsLong(), best + 0.01 * Math.abs(best) + 1);
            if (!market.step(boldness * (target - value))) {
                break;
            }
        }
    }

    private void calm() {
        boldness *= CAUTION;
        if (boldness < LEAST_BOLDNESS) {
            boldness = AGAIN;
            patience *= 2;
        }
    }

    /** From here on for plans that place these tasks, which are among those of before; the prices stay, to begin with. */
    void restrict(Predicate<Job> tasks) {
        for (Job job : layout.jobs) {
            placed[job.index] &= tasks.test(job);
        }
        visits.restrict(job -> placed[job.index]);
        market.back();
        best = Double.NEGATIVE_INFINITY;
        boldness = AGAIN;
        patience = PATIENCE;
        waited = 0;
    }

    /** Whether it is for plans that place just these tasks. */
    boolean isFor(Predicate<Job> tasks) {
        return Arrays.stream(layout.jobs).allMatch(job -> placed[job.index] == tasks.test(job));
    }

    /** How it is proven, in a sentence. */
    public static Message how() {
        return WORDS.message("bound.how");
    }

    int rounds() {
        return rounds;
    }

    /** What the best prices prove; empty before the first round. */
    OptionalLong proven() {
        // a hair less than what was computed, as the sums are in floating point
        return !Double.isFinite(best) ? OptionalLong.empty() : OptionalLong.of((long) Math.ceil(best - 1e-7 * Math.abs(best) - 1e-3));
    }

    private double value() {
        double value = -market.open() - visits.open();
        for (var stay : stays.entrySet()) {
            var roles = new TreeSet<String>();
            stay.getValue().keySet().forEach(roles::addAll);
            people.prepare(stay.getKey().site(), stay.getKey().duration(), roles);
            for (var crew : stay.getValue().entrySet()) {
                double[] staff = people.prices(crew.getKey());
                for (PricedTask task : crew.getValue()) {
                    if (placed[task.job.index]) {
                        value += task.choose(staff, people);
                    }
                }
            }
        }
        return value;
    }

    private Claim[] claims(Job job) {
        List<Claim> claims = new ArrayList<>();
        if (layout.crowdedDevice[job.device]) {
            claim(claims, List.of("device", job.device), 1, Claim.Span.WINDOW, 0);
        }
        if (job.group >= 0 && layout.crowdedGroup[job.group]) {
            claim(claims, List.of("group", job.group), layout.maxOut[job.group], Claim.Span.WINDOW, 0);
        }
        if (job.vendor >= 0) {
            claim(claims, List.of("vendor", job.vendor), layout.capacity[job.vendor], Claim.Span.WINDOW, 0);
        }
        for (int before : job.before) {
            claim(claims, List.of("order", before, job.index), 1, Claim.Span.FROM_ITS_START, 0);
        }
        for (int next : job.waiting) {
            claim(claims, List.of("order", job.index, next), 1, Claim.Span.UNTIL_ITS_END, layout.jobs[next].soak);
        }
        return claims.toArray(Claim[]::new);
    }

    private void claim(List<Claim> claims, Object key, int room, Claim.Span span, int soak) {
        if (!market.full()) {
            claims.add(new Claim(market.pool(key, room, layout.horizon), span, soak, layout.horizon));
        }
    }
}
