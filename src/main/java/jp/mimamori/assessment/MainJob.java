package jp.mimamori.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.Assessment;
import jp.mimamori.decision.Assessor;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.intake.Reading;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Planner;
import jp.mimamori.planning.ProblemBuilder;
import jp.mimamori.planning.Schedule;
import jp.mimamori.trace.Issue;
import jp.mimamori.vulnerability.ExploitationEvidence;

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

    private Schedule schedule(Planner planner, Plan plan, Planner.Effort effort) {
        try {
            return planner.plan(plan.problem(), effort, now -> progress.at(WORDS.message("progress.solving",
                    now.seconds(), now.unplaced(), now.soft()), Math.min(1, now.seconds() / effort.seconds())));
        } catch (InvalidProblemException e) {
            // the problem is of our own making: a contradiction in it is our fault, not the reader's
            throw new IllegalStateException(e.issues().toString(), e);
        }
    }

    private static List<Issue> joined(List<Issue> first, List<Issue> second) {
        List<Issue> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
