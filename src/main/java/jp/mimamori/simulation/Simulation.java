package jp.mimamori.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.MainJob;
import jp.mimamori.assessment.Planned;
import jp.mimamori.assessment.Progress;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.intake.Reading;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Planner;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.posing.ProblemBuilder;
import jp.mimamori.policy.diff.Difference;
import jp.mimamori.policy.diff.Direction;
import jp.mimamori.policy.diff.PolicyDiff;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/** Decides and plans what was read by today's policy and by a draft, and tells every difference. */
public final class Simulation {

    private static final Wording WORDS = Wording.of(Simulation.class);
    /** Milder first; in it the most urgent of today leading, in what becomes stricter the most urgent of the draft. */
    private static final Comparator<FindingChange> ORDER = Comparator.comparing(FindingChange::direction)
            .thenComparing(Simulation::step, Comparator.reverseOrder())
            .thenComparing(Simulation::leading, Urgency.mostUrgentFirst())
            .thenComparing(change -> change.differences().get(0).aspect())
            .thenComparing(FindingChange::id);

    private final Progress progress;

    public Simulation(Progress progress) {
        this.progress = progress;
    }

    /** How windows are found; the draft's plan gets the same effort, twice where work would have no window otherwise. */
    public record Windows(ProblemBuilder builder, Horizon horizon, Planner planner, Planner.Effort effort) {
    }

    /**
     * Decides everything twice.
     *
     * @param diff     the difference between the two policies
     * @param imported the day of the first import, from which 是正期限 counts
     * @param windows  null where no windows are asked for
     */
    public Simulated run(Reading reading, LocalDate imported, PolicyDiff diff, DecisionEngine today, DecisionEngine draft,
            @Nullable Windows windows) {
        MainJob job = new MainJob(progress);
        Assessed before = job.assess(reading, today, imported);
        Assessed after = job.assess(reading, draft, imported);
        Simulated.Plans plans = windows == null ? null : plans(job, before, after, windows);
        return new Simulated(diff, before, after, changes(diff, before, after, plans), plans, kinds(diff.from().shelf()));
    }

    private static Map<String, Bilingual> kinds(Shelf shelf) {
        Map<String, Bilingual> names = new HashMap<>();
        VocabularyFile.read(shelf, "categories.csv").rows()
                .forEach(row -> names.put(row.get("category"), new Bilingual(row.get("name_ja"), row.get("name_en"))));
        return names;
    }

    private Simulated.Plans plans(MainJob job, Assessed before, Assessed after, Windows windows) {
        Planned today = job.plan(before, windows.builder(), windows.horizon(), windows.planner(), windows.effort());
        Reading reading = after.reading();
        Plan plan = windows.builder().build(after.decisions(), reading.devices(), reading.calendars(), reading.asOf(),
                windows.horizon());
        Schedule schedule = new Replan(today.problem(), today.schedule()).of(plan.problem(), windows.planner(), windows.effort(),
                now -> progress.at(WORDS.message("progress.replanning", now.seconds(), now.unplaced()),
                        Math.min(1, now.seconds() / windows.effort().seconds())));
        List<jp.mimamori.trace.Issue> issues = new ArrayList<>(after.issues());
        issues.addAll(plan.assumptions());
        Planned draft = new Planned(after, plan.problem(), plan.maintenance(), schedule, issues);
        return new Simulated.Plans(today, draft, TaskMove.between(today, draft), Load.of(today), Load.of(draft));
    }

    private static List<FindingChange> changes(PolicyDiff diff, Assessed before, Assessed after, Simulated.@Nullable Plans plans) {
        Map<String, Window> old = plans == null ? Map.of() : Window.byDecision(plans.before());
        Map<String, Window> now = plans == null ? Map.of() : Window.byDecision(plans.after());
        List<FindingChange> changes = new ArrayList<>();
        for (int i = 0; i < before.decisions().size(); i++) {
            FindingDecision was = before.decisions().get(i);
            FindingDecision is = after.decisions().get(i);
            String id = was.decision().id();
            if (!id.equals(is.decision().id())) {
                throw new IllegalStateException("the same rows were decided in another order: " + id + ", " + is.decision().id());
            }
            List<Difference> differences = Difference.between(was.decision(), is.decision());
            if (!differences.isEmpty()) {
                changes.add(new FindingChange(was, is, differences, Why.of(diff, was.facts(), was.decision(), is.decision()),
                        old.get(id), now.get(id)));
            }
        }
        changes.sort(ORDER);
        return changes;
    }

    /** How many steps the urgency goes. */
    private static int step(FindingChange change) {
        return Math.abs(change.before().decision().urgency().ordinal() - change.after().decision().urgency().ordinal());
    }

    private static Urgency leading(FindingChange change) {
        return change.direction() == Direction.STRICTER ? change.after().decision().urgency()
                : change.before().decision().urgency();
    }
}
