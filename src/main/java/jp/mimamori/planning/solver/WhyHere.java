package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Schedule.Why;
import jp.mimamori.planning.SoftCost;

/** Says what each window costs, part by part; over all windows the parts add up to the soft score. */
final class WhyHere {

    private static final Wording WORDS = Wording.of(WhyHere.class);

    private final Occupancy plan;
    private final Layout layout;
    private final Problem problem;
    /** Journey and day of each visit → the first task that pays for it. */
    private final Map<List<Integer>, Job> visits = new HashMap<>();

    WhyHere(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
        this.problem = layout.problem;
    }

    /** All windows in the order of their start. */
    List<Schedule.Assignment> assignments() {
        return Arrays.stream(layout.jobs).filter(plan::placed)
                .sorted(Comparator.comparingInt(plan::start).thenComparingInt(job -> job.index))
                .map(this::assignment).toList();
    }

    private Schedule.Assignment assignment(Job job) {
        int start = plan.start(job);
        Crew crew = plan.crew(job);
        List<String> staff = new ArrayList<>();
        for (int role = 0; crew != null && role < crew.size(); role++) {
            staff.add(problem.staff().get(crew.person(role)).id());
        }
        return new Schedule.Assignment(job.task.id(), start, plan.end(job), problem.time(start), problem.time(plan.end(job)),
                staff, why(job, start));
    }

    private List<Why> why(Job job, int start) {
        PatchTask task = job.task;
        SoftCost cost = layout.parts(job, start);
        int end = start + job.duration;
        List<Why> why = new ArrayList<>();
        add(why, "time exposed", cost.exposure(), "why.exposure", task.risk(), hours(end - task.earliest()));
        add(why, "late", cost.late(), "why.late", hours(end - task.due()), problem.time(task.due()).toString());
        add(why, "clinical use displaced", cost.displaced(), "why.displaced",
                problem.devices().get(job.device).criticality(), used(job, start));
        add(why, "night, weekend and holiday premium", cost.premium(), "why.premium",
                hours(layout.grains.within(problem.premium(), start, end)));
        Integer previous = task.previous();
        if (previous != null) {
            add(why, "moved from the published plan", cost.stability(), "why.stability",
                    problem.time(previous).toString());
        }
        if (job.vendor >= 0) {
            visit(why, job, start);
        }
        return why;
    }

    private void visit(List<Why> why, Job job, int start) {
        Job payer = visits.putIfAbsent(List.of(layout.journey(job), layout.day[start]), job);
        Object vendor = problem.labels().vendor(problem.vendors().get(job.vendor).id());
        String day = problem.time(start).toLocalDate().toString();
        if (payer == null) {
            add(why, "vendor visit", problem.weights().visit(), "why.visit", vendor, day);
        } else {
            why.add(new Why("vendor visit", 0, WORDS.message("why.visitShared", vendor, day,
                    problem.labels().task(payer.task.id()))));
        }
    }

    /** Mean use of the device in the window, in percent. */
    private int used(Job job, int start) {
        int[] use = problem.devices().get(job.device).utilisation();
        long sum = 0;
        for (int grain = start; grain < start + job.duration; grain++) {
            sum += use[grain % use.length];
        }
        return (int) (sum / job.duration);
    }

    private String hours(int grains) {
        double hours = grains * (double) problem.grainMinutes() / 60;
        return hours == Math.rint(hours) ? Long.toString((long) hours) : Double.toString(hours);
    }

    private static void add(List<Why> why, String constraint, long cost, String key, Object... args) {
        if (cost != 0) {
            why.add(new Why(constraint, cost, WORDS.message(key, args)));
        }
    }
}
