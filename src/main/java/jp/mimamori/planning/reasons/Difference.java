package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Labels;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Schedule.Why;
import jp.mimamori.planning.SoftCost;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/** Says what another window of a task would cost more or less, part by part. */
final class Difference {

    private static final Wording WORDS = Wording.of(Difference.class);

    private final Occupancy plan;
    private final Layout layout;
    private final Problem problem;
    private final Labels labels;
    private final When when;
    private final Use use;

    Difference(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
        this.problem = layout.problem;
        this.labels = problem.labels();
        this.when = new When(problem);
        this.use = new Use(layout);
    }

    /** {@code other} beside the window at {@code start} of {@code job}, which has no window at the moment. */
    Schedule.Alternative alternative(Job job, int start, Alternatives.Other other) {
        List<Why> parts = parts(job, start, other.start());
        long sum = other.extra();
        // what is left is the only part that depends on who comes
        long spread = sum - parts.stream().mapToLong(Why::soft).sum();
        add(parts, "load spread", spread, spread > 0 ? "than.uneven" : "than.even");
        List<String> staff = layout.names(other.crew());
        int end = other.start() + job.duration;
        Object span = when.span(other.start(), end);
        Object who = staff.isEmpty() ? span : WORDS.message("alternative.who", span, both(staff));
        String key = sum > 0 ? "alternative.dearer" : sum < 0 ? "alternative.cheaper" : "alternative.same";
        Message text = parts.isEmpty() ? WORDS.message("alternative.equal", who)
                : WORDS.message(key, who, Math.abs(sum), listed(parts));
        return new Schedule.Alternative(other.start(), end, problem.time(other.start()), problem.time(end), staff, sum, parts, text);
    }

    private List<Why> parts(Job job, int from, int to) {
        SoftCost here = layout.parts(job, from);
        SoftCost there = layout.parts(job, to);
        PatchTask task = job.task;
        List<Why> parts = new ArrayList<>();
        add(parts, "time exposed", there.exposure() - here.exposure(), to > from ? "than.longer" : "than.shorter",
                when.hours(Math.abs(to - from)), task.risk());
        int late = Math.max(0, to + job.duration - task.due());
        add(parts, "late", there.late() - here.late(), late == 0 ? "than.inTime" : "than.late", when.at(task.due()), when.hours(late));
        add(parts, "clinical use displaced", there.displaced() - here.displaced(),
                there.displaced() > here.displaced() ? "than.busier" : "than.quieter", labels.device(task.device()), use.mean(job, from), use.mean(job, to));
        int premium = night(job, to) - night(job, from);
        add(parts, "night, weekend and holiday premium", there.premium() - here.premium(),
                premium > 0 ? "than.morePremium" : "than.lessPremium", when.hours(Math.abs(premium)));
        add(parts, "inspection days", there.inspection() - here.inspection(),
                there.inspection() > here.inspection() ? "than.offInspection" : "than.onInspection", labels.device(task.device()));
        add(parts, "hours to avoid", there.avoid() - here.avoid(),
                there.avoid() > here.avoid() ? "than.avoided" : "than.notAvoided", labels.device(task.device()));
        Integer previous = task.previous();
        if (previous != null) {
            add(parts, "moved from the published plan", there.stability() - here.stability(), to == previous ? "than.asPublished"
                    : from == previous ? "than.moved" : there.stability() > here.stability() ? "than.further" : "than.nearer",
                    when.at(previous));
        }
        if (job.vendor >= 0) {
            long visit = problem.weights().visit();
            long more = (plan.newVisit(job, to) ? visit : 0) - (plan.newVisit(job, from) ? visit : 0);
            add(parts, "vendor visit", more, more > 0 ? "than.moreVisits" : "than.fewerVisits",
                    labels.vendor(problem.vendors().get(job.vendor).id()), when.day(to));
        }
        return parts;
    }

    /** Several names in one text. */
    static Bilingual both(List<String> names) {
        return new Bilingual(String.join("、", names), String.join(", ", names));
    }

    private int night(Job job, int start) {
        return layout.grains.within(problem.premium(), start, start + job.duration);
    }

    private static void add(List<Why> parts, String constraint, long more, String key, Object... args) {
        if (more != 0) {
            parts.add(new Why(constraint, more, WORDS.message("than.points", WORDS.message(key, args), points(more))));
        }
    }

    /** {@code +1,500} with the sign that belongs to it. */
    static Message points(long more) {
        return WORDS.message(more < 0 ? "points.less" : "points.more", Math.abs(more));
    }

    private static Message listed(List<Why> parts) {
        Message all = parts.get(0).text();
        for (Why part : parts.subList(1, parts.size())) {
            all = WORDS.message("than.and", all, part.text());
        }
        return all;
    }
}
