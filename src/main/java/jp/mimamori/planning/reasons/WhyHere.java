package jp.mimamori.planning.reasons;

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
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/**
 * Says what each window costs, part by part, and what else there was to choose. Over all windows the parts add up to the soft
 * score.
 */
public final class WhyHere {

    private static final Wording WORDS = Wording.of(WhyHere.class);

    private final Occupancy plan;
    private final Layout layout;
    private final Problem problem;
    private final When when;
    private final Use use;
    private final WeekLoads weeks;
    /** Journey and day of each visit → the first task that pays for it. */
    private final Map<List<Integer>, Job> visits = new HashMap<>();

    public WhyHere(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
        this.problem = layout.problem;
        this.when = new When(problem);
        this.use = new Use(layout);
        this.weeks = new WeekLoads(layout);
    }

    /** All windows in the order of their start. */
    public List<Schedule.Assignment> assignments() {
        Elsewhere.Found[] elsewhere = Elsewhere.of(plan);
        return Arrays.stream(layout.jobs).filter(plan::placed)
                .sorted(Comparator.comparingInt(plan::start).thenComparingInt(job -> job.index))
                .map(job -> assignment(job, elsewhere[job.index])).toList();
    }

    private Schedule.Assignment assignment(Job job, Elsewhere.Found elsewhere) {
        int start = plan.start(job);
        Crew crew = plan.crew(job);
        Crew people = crew == null ? Crew.NOBODY : crew;
        List<Why> why = new ArrayList<>();
        choice(why, job, elsewhere.choice());
        costs(why, job, start);
        return new Schedule.Assignment(job.task.id(), start, plan.end(job), problem.time(start), problem.time(plan.end(job)),
                layout.names(people), why, elsewhere.told());
    }

    /** Where this window stands among those there were to choose from; costs nothing by itself. */
    private void choice(List<Why> why, Job job, Alternatives.Choice choice) {
        if (job.pinned()) {
            why.add(new Why("choice", 0, WORDS.message("choice.pinned")));
        } else if (choice.least() == Long.MAX_VALUE) {
            why.add(new Why("choice", 0, WORDS.message("choice.only")));
        } else if (choice.least() < 0) {
            why.add(new Why("choice", 0, WORDS.message("choice.notBest", -choice.least())));
        } else if (choice.others().isEmpty()) {
            why.add(new Why("choice", 0, WORDS.message("choice.around", choice.least())));
        } else {
            Alternatives.Other next = choice.others().get(0);
            why.add(new Why("choice", 0, WORDS.message(next.extra() == 0 ? "choice.equal" : "choice.best",
                    when.span(next.start(), next.start() + job.duration), next.extra())));
        }
    }

    private void costs(List<Why> why, Job job, int start) {
        PatchTask task = job.task;
        SoftCost cost = layout.parts(job, start);
        Object name = problem.labels().device(task.device());
        int end = start + job.duration;
        add(why, "time exposed", cost.exposure(), "why.exposure", task.risk(), when.hours(end - task.earliest()), when.at(end));
        add(why, "late", cost.late(), "why.late", when.hours(end - task.due()), when.at(task.due()));
        int mean = use.mean(job, start);
        int weekly = use.weekly(job);
        add(why, "clinical use displaced", cost.displaced(),
                mean * 5 <= weekly * 4 ? "why.displaced.quiet" : mean * 5 >= weekly * 6 ? "why.displaced.busy" : "why.displaced",
                name, mean, weekly);
        add(why, "night, weekend and holiday premium", cost.premium(), "why.premium",
                when.hours(layout.grains.within(problem.premium(), start, end)));
        Problem.PlannedDevice device = problem.devices().get(job.device);
        if (problem.weights().inspection() > 0 && !device.inspections().isEmpty()) {
            int inside = layout.grains.within(device.inspections(), start, end);
            why.add(new Why("inspection days", cost.inspection(), WORDS.message(cost.inspection() == 0 ? "why.inspection.used"
                    : "why.inspection", name, when.hours(job.duration - inside))));
        }
        add(why, "hours to avoid", cost.avoid(), "why.avoid", name, when.hours(layout.grains.within(device.avoid(), start, end)));
        Crew crew = plan.crew(job);
        if (crew != null && problem.weights().spread() > 0) {
            add(why, "load spread", weeks.add(crew, start, end), "why.spread",
                    Difference.both(layout.names(crew)));
        }
        Integer previous = task.previous();
        if (previous != null) {
            add(why, "moved from the published plan", cost.stability(), "why.stability", when.at(previous));
        }
        if (job.vendor >= 0) {
            visit(why, job, start);
        }
    }

    private void visit(List<Why> why, Job job, int start) {
        Job payer = visits.putIfAbsent(List.of(layout.journey(job), layout.day[start]), job);
        Object vendor = problem.labels().vendor(problem.vendors().get(job.vendor).id());
        if (payer == null) {
            add(why, "vendor visit", problem.weights().visit(), "why.visit", vendor, when.day(start));
        } else {
            why.add(new Why("vendor visit", 0, WORDS.message("why.visitShared", vendor, when.day(start),
                    problem.labels().task(payer.task.id()))));
        }
    }

    private static void add(List<Why> why, String constraint, long cost, String key, Object... args) {
        if (cost != 0) {
            why.add(new Why(constraint, cost, WORDS.message(key, args)));
        }
    }
}
