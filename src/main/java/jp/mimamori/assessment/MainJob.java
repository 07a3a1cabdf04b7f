package jp.mimamori.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.decision.Assessment;
import jp.mimamori.decision.Assessor;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Urgency;
import jp.mimamori.intake.Reading;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Planner;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Replanner;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.posing.ProblemBuilder;
import jp.mimamori.trace.Issue;
import jp.mimamori.vulnerability.ExploitationEvidence;
import org.jspecify.annotations.Nullable;

/** The order of the steps: what was read is decided, what is to be fixed gets its window. */
public final class MainJob {

    private static final Wording WORDS = Wording.of(MainJob.class);

    private final Progress progress;

    public MainJob(Progress progress) {
        this.progress = progress;
    }

    /**
     * Decides every open row.
     *
     * @param imported the day of the first import, from which 是正期限 counts
     */
    public Assessed assess(Reading reading, DecisionEngine engine, LocalDate imported) {
        int rows = reading.findings().size();
        ExploitationEvidence evidence = new ExploitationEvidence(reading.kev(), reading.epss());
        Assessment assessment = new Assessor(engine, evidence).assess(reading.findings(), reading.asOf(), imported,
                done -> progress.at(WORDS.message("progress.deciding", done, rows), Math.min(1, (double) done / Math.max(1, rows))));
        return new Assessed(reading, imported, assessment.decisions(), assessment.notDecided(),
                joined(reading.issues(), assessment.issues()), engine.policyVersion());
    }

    /** Finds windows for everything that is to be fixed. */
    public Planned plan(Assessed assessed, ProblemBuilder builder, Horizon horizon, Planner planner, Planner.Effort effort) {
        Reading reading = assessed.reading();
        progress.at(WORDS.message("progress.tasks"), Progress.UNKNOWN);
        Plan plan = builder.build(assessed.decisions(), reading.devices(), reading.calendars(), reading.asOf(), horizon);
        return new Planned(assessed, plan.problem(), plan.maintenance(), schedule(planner, plan, effort),
                joined(assessed.issues(), plan.assumptions()));
    }

    /** A problem against the plan that was published for an earlier one. */
    @FunctionalInterface
    public interface Revising {

        Revision of(Problem problem) throws InvalidProblemException;
    }

    /**
     * Finds windows against a published plan. Only what is urgent may take free hours of the frozen weeks.
     *
     * @param effort for the proposal; null for the answer at once only
     * @throws InvalidProblemException where the published plan is none of this hospital's, or what happened since contradicts it
     */
    public Planned replan(Assessed assessed, ProblemBuilder builder, Horizon horizon, Replanner replanner, Revising revising,
            Planner.@Nullable Effort effort) throws InvalidProblemException {
        Reading reading = assessed.reading();
        progress.at(WORDS.message("progress.tasks"), Progress.UNKNOWN);
        Plan plan = builder.build(assessed.decisions(), reading.devices(), reading.calendars(), reading.asOf(), horizon);
        Set<String> urgent = plan.maintenance().stream().filter(MainJob::isUrgent).map(Maintenance::task).collect(Collectors.toSet());
        Replanned replanned = replanner.replan(revising.of(plan.problem()).hurrying(urgent), effort,
                now -> solving(now, effort == null ? 1 : effort.seconds()));
        return new Planned(assessed, replanned.problem(), plan.maintenance(), replanned.proposal(),
                joined(assessed.issues(), plan.assumptions()), replanned);
    }

    private static boolean isUrgent(Maintenance maintenance) {
        return maintenance.findings().stream().anyMatch(finding -> finding.decision().urgency().compareTo(Urgency.OUT_OF_CYCLE) >= 0);
    }

    private Schedule schedule(Planner planner, Plan plan, Planner.Effort effort) {
        try {
            return planner.plan(plan.problem(), effort, now -> solving(now, effort.seconds()));
        } catch (InvalidProblemException e) {
            // the problem is of our own making: a contradiction in it is our fault, not the reader's
            throw new IllegalStateException(e.issues().toString(), e);
        }
    }

    private void solving(Planner.Progress now, double seconds) {
        progress.at(now.gap().isEmpty() ? WORDS.message("progress.solving", now.seconds(), now.unplaced(), now.soft())
                : WORDS.message("progress.gap", now.seconds(), now.unplaced(), now.soft(), now.gap().getAsDouble()),
                Math.min(1, now.seconds() / seconds));
    }

    private static List<Issue> joined(List<Issue> first, List<Issue> second) {
        List<Issue> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
