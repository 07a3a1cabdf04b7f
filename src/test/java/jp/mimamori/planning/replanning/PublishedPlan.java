package jp.mimamori.planning.replanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.language.Language;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Happening;
import jp.mimamori.planning.Happening.Kind;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Published;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SmallProblem;

/** A small hospital with a published plan, planned again. */
abstract class PublishedPlan {

    static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    static final int DAY = 24;
    static final int WEEK = 7 * DAY;
    static final Interval ALWAYS = new Interval(0, 6 * WEEK);
    final SmallProblem small = new SmallProblem();
    final Map<String, List<String>> served = new HashMap<>();
    final Map<String, Integer> published = new HashMap<>();
    final Set<String> agreed = new HashSet<>();

    PublishedPlan() {
        small.grains = 6 * WEEK;
        small.person("P", List.of("R"), ALWAYS).person("Q", List.of("R"), ALWAYS);
        for (String device : List.of("A", "B", "C", "D", "E")) {
            small.device(device, null);
        }
    }

    PublishedPlan window(String task, int start, String... staff) {
        published.put(task, start);
        served.put(task, List.of(staff));
        return this;
    }

    Schedule plan(Problem problem) {
        List<Schedule.Assignment> windows = new ArrayList<>();
        for (PatchTask task : problem.tasks()) {
            Integer start = published.get(task.id());
            if (start != null) {
                windows.add(new Schedule.Assignment(task.id(), start, start + task.duration(), problem.time(start),
                        problem.time(start + task.duration()), served.getOrDefault(task.id(), List.of()), List.of()));
            }
        }
        return new Schedule(problem.id(), true, new Schedule.Score(0, 0, 0, new Schedule.Parts(0, 0, 0, 0, 0, 0)), null, windows,
                List.of(), List.of(), new Schedule.Run(0, 0, "read"));
    }

    Replanned replan(int steps, Happening... happened) throws InvalidProblemException {
        Problem problem = small.build();
        Revision revision = Revision.of(problem, new Published(plan(problem), agreed, problem), MONDAY, List.of(happened));
        return checked(new WindowReplanner().replan(revision, steps == 0 ? null : new Effort(600, 1, steps), now -> { }));
    }

    static Replanned checked(Replanned replanned) {
        for (Schedule schedule : List.of(replanned.first(), replanned.proposal())) {
            ExactScore.Result exact = ExactScore.of(replanned.problem(), schedule);
            assertThat(exact.broken()).isEmpty();
            assertThat(exact.score()).isEqualTo(schedule.score());
        }
        assertThat(replanned.proposal().score().medium()).isLessThanOrEqualTo(replanned.first().score().medium());
        if (replanned.proposal().score().medium() == replanned.first().score().medium() && replanned.first().unassigned().isEmpty()) {
            assertThat(replanned.proposal().assignments()).hasSameSizeAs(replanned.first().assignments());
        }
        return replanned;
    }

    static Map<String, Integer> starts(Schedule schedule) {
        Map<String, Integer> starts = new HashMap<>();
        schedule.assignments().forEach(window -> starts.put(window.task(), window.start()));
        return starts;
    }

    static String why(Schedule schedule, String task) {
        return schedule.changes().stream().filter(one -> one.task().equals(task)).map(one -> one.why().in(Language.EN))
                .findFirst().orElse("");
    }

    static String kept(Replanned replanned, String task) {
        return replanned.kept().stream().filter(one -> one.task().equals(task))
                .map(one -> one.zone() + " " + one.why().in(Language.EN)).findFirst().orElse("");
    }

    SmallProblem task(String id, String device) {
        return small.task(id, device, 2, 0, 6 * WEEK, 3, List.of("R"), null, List.of(), null, false);
    }

    static Happening found(PatchTask task) {
        return new Happening(Kind.NEW_FINDING, task.id(), 0, 0, task);
    }
}
