package jp.mimamori.planning.bound;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Vendors' visits under prices: a task pays for the day on which the vendor comes for it, and each vendor chooses the visits
 * that earn most. A visit earns no more than its best tasks that fit into the engineers' hours of that day (parts of a task
 * counted), less its cost, and there are at most {@code maxVisits} of them.
 */
final class PricedVisits {

    private static final class Visit {
        final int day;
        final List<Payer> payers = new ArrayList<>();
        double gain;

        Visit(int day) {
            this.day = day;
        }
    }

    /** A task that could be there. */
    private static final class Payer {
        final Job job;
        final VisitDays days;
        /** What part of it is there. */
        double part;

        Payer(Job job, VisitDays days) {
            this.job = job;
            this.days = days;
        }

        double each(int day) {
            return days.at(day) / job.duration;
        }
    }

    private final Layout layout;
    private final Map<Integer, VisitDays> prices = new HashMap<>();
    /** By vendor: what its engineers can do on each day, in grains; and its possible visits. */
    private final Map<Integer, long[]> room = new HashMap<>();
    private final Map<Integer, List<Visit>> visits = new HashMap<>();
    private final long cost;

    PricedVisits(Layout layout, List<Job> jobs, boolean everyStart, Market market) {
        this.layout = layout;
        this.cost = layout.problem.weights().visit();
        Map<Integer, List<Job>> journeys = new HashMap<>();
        for (Job job : jobs) {
            if (job.vendor >= 0) {
                prices.put(job.index, market.days(layout.days));
                journeys.computeIfAbsent(layout.journey(job), any -> new ArrayList<>()).add(job);
            }
        }
        journeys.values().forEach(journey -> visits(journey, everyStart));
    }

    private void visits(List<Job> journey, boolean everyStart) {
        int vendor = journey.get(0).vendor;
        long[] most = room.computeIfAbsent(vendor, this::room);
        Visit[] days = new Visit[layout.days];
        for (Job job : journey) {
            boolean[] comes = new boolean[layout.days];
            for (int start : PricedTask.starts(layout, job, everyStart)) {
                comes[layout.day[start]] = true;
            }
            for (int day = 0; day < comes.length; day++) {
                if (comes[day]) {
                    days[day] = days[day] == null ? new Visit(day) : days[day];
                    days[day].payers.add(new Payer(job, requireNonNull(of(job))));
                }
            }
        }
        for (Visit visit : days) {
            if (visit != null) {
                visits.computeIfAbsent(vendor, any -> new ArrayList<>()).add(visit);
                // to begin with, the cost is shared by duration over what fits
                long wanted = visit.payers.stream().mapToLong(payer -> payer.job.duration).sum();
                long fits = Math.max(1, Math.min(wanted, most[visit.day]));
                for (Payer payer : visit.payers) {
                    payer.days.set(visit.day, (double) cost * payer.job.duration / fits);
                }
            }
        }
    }

    private long[] room(int vendor) {
        long[] hours = new long[layout.days];
        var available = layout.problem.vendors().get(vendor).available();
        for (int grain = 0; grain < layout.horizon; grain++) {
            hours[layout.day[grain]] += (long) layout.grains.within(available, grain, grain + 1) * layout.capacity[vendor];
        }
        return hours;
    }

    /** What {@code job} pays on each day; null where no vendor comes for it. */
    @Nullable VisitDays of(Job job) {
        return prices.get(job.index);
    }

    /** Only these tasks pay from here on. */
    void restrict(Predicate<Job> tasks) {
        visits.values().forEach(some -> some.forEach(visit -> visit.payers.removeIf(payer -> !tasks.test(payer.job))));
    }

    /** The visits that earn most at the present prices, counted as there for their tasks; returns what they earn. */
    double open() {
        double earned = 0;
        for (var entry : visits.entrySet()) {
            List<Visit> worth = new ArrayList<>();
            for (Visit visit : entry.getValue()) {
                visit.gain = gain(visit, requireNonNull(room.get(entry.getKey()))[visit.day]);
                if (visit.gain > 0) {
                    worth.add(visit);
                }
            }
            worth.sort(Comparator.comparing(visit -> -visit.gain));
            for (Visit visit : worth.subList(0, Math.min(worth.size(), Math.max(0, layout.maxVisits[entry.getKey()])))) {
                earned += visit.gain;
                for (Payer payer : visit.payers) {
                    payer.days.ask(visit.day, -payer.part);
                }
            }
        }
        return earned;
    }

    private double gain(Visit visit, long hours) {
        double pays = 0;
        long wanted = 0;
        for (Payer payer : visit.payers) {
            double price = payer.days.at(visit.day);
            payer.part = price > 0 ? 1 : 0;
            pays += price;
            wanted += price > 0 ? payer.job.duration : 0;
        }
        return pays <= cost || wanted <= hours ? pays - cost : packed(visit, hours) - cost;
    }

    private static double packed(Visit visit, long hours) {
        visit.payers.sort(Comparator.comparing(payer -> -payer.each(visit.day)));
        double pays = 0;
        double left = hours;
        for (Payer payer : visit.payers) {
            payer.part = Math.min(1, left / payer.job.duration);
            left -= payer.part * payer.job.duration;
            pays += payer.part * payer.days.at(visit.day);
        }
        return pays;
    }
}
