package jp.mimamori.windows;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.decision.Urgency;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.JobFailedException;
import jp.mimamori.jobs.JobProgress;
import jp.mimamori.jobs.Work;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Happening;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Published;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.posing.ProblemBuilder;
import jp.mimamori.planning.replanning.WindowReplanner;
import jp.mimamori.planning.solver.WindowPlanner;
import jp.mimamori.windows.json.OrderJson;

/** Finds windows in the background. Until its last transaction nothing is kept; stopped early it keeps the best it has. */
public final class SchedulingWork implements Work {

    public static final String KIND = "schedule";
    private static final Wording WORDS = Wording.of(SchedulingWork.class);

    private final Supplier<Deciding> deciding;
    private final KeptHospital hospital;
    private final ProblemBuilder builder;
    private final Plans plans;
    private final Clock clock;

    /** @param deciding asked for when work begins */
    public SchedulingWork(Supplier<Deciding> deciding, KeptHospital hospital, ProblemBuilder builder, Plans plans, Clock clock) {
        this.deciding = deciding;
        this.hospital = hospital;
        this.builder = builder;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(Job job, JobProgress progress) throws Exception {
        ScheduleOrder order = OrderJson.order(job.order());
        PlanHead.How how = switch (order.mode()) {
            case NEW -> PlanHead.How.NEW;
            case CONTINUE -> PlanHead.How.CONTINUED;
            case REPLAN -> PlanHead.How.REPLANNED;
        };
        // run again after a crash: its plan may have been kept just before
        Optional<PlanHead> made = plans.made(job.id(), how);
        try {
            PlanHead kept = made.isPresent() ? made.get() : switch (order.mode()) {
                case NEW -> fresh(job, order, progress);
                case CONTINUE -> further(job, order, progress);
                case REPLAN -> again(job, order, progress);
            };
            return OrderJson.result(kept.id());
        } catch (StaleEditionException e) {
            throw new JobFailedException(WORDS.message("job.stale"));
        }
    }

    /** What is to be planned, as it stands now. */
    private record Ground(Plan plan, Map<String, FindingRow> rows, LocalDate asOf) {

        Set<String> urgent() {
            return plan.maintenance().stream().filter(work -> work.findings().stream()
                    .anyMatch(finding -> finding.decision().urgency().compareTo(Urgency.OUT_OF_CYCLE) >= 0)).map(Maintenance::task)
                    .collect(Collectors.toSet());
        }
    }

    private Ground ground(ScheduleOrder order, JobProgress progress) throws JobFailedException {
        progress.at(WORDS.message("job.gathering", 0), -1);
        Map<String, FindingRow> rows = new HashMap<>();
        List<FindingDecision> decisions = new ArrayList<>();
        deciding.get().each(row -> {
            boolean fix = row.outcome() != null && row.outcome().treatment() == Treatment.FIX;
            if (fix) {
                rows.put(row.id(), row);
            }
            return fix;
        }, decision -> {
            decisions.add(decision);
            if (decisions.size() % 500 == 0) {
                progress.at(WORDS.message("job.gathering", decisions.size()), -1);
            }
        });
        if (decisions.isEmpty()) {
            throw new JobFailedException(WORDS.message("job.nothing"));
        }
        progress.at(WORDS.message("job.posing", decisions.size()), -1);
        LocalDate asOf = LocalDate.now(clock);
        Plan plan = builder.build(decisions, hospital.devices().stream().map(Keyed::value).toList(), hospital.calendars(), asOf,
                Horizon.of(asOf, null, order.weeks()));
        return new Ground(plan, rows, asOf);
    }

    private PlanHead fresh(Job job, ScheduleOrder order, JobProgress progress) throws Exception {
        Ground ground = ground(order, progress);
        Schedule schedule = new Searching(progress, order.seconds())
                .run(heard -> new WindowPlanner().plan(ground.plan.problem(), effort(job, order), heard));
        return plans.keep(Drafting.of(ground.plan, schedule, ground.rows), ground.asOf, PlanHead.How.NEW, job.by(), job.id(), null);
    }

    private PlanHead further(Job job, ScheduleOrder order, JobProgress progress) throws Exception {
        PlanHead draft = plans.head(requireNonNull(order.plan())).filter(head -> head.edition() == requireNonNull(order.edition())).orElse(null);
        if (draft == null || draft.state() != PlanHead.State.DRAFT) {
            throw new StaleEditionException(requireNonNull(order.plan()), requireNonNull(order.edition()));
        }
        progress.at(WORDS.message("job.opening"), -1);
        Desk desk = Desk.open(draft, plans.content(draft.id()), plans.moves(draft.id()));
        Further further = new Further(desk);
        Schedule schedule = new Searching(progress, order.seconds())
                .run(heard -> new WindowPlanner().resume(further.posed(), further.from(), effort(job, order), heard));
        return plans.keep(further.content(schedule), draft.asOf(), PlanHead.How.CONTINUED, job.by(), job.id(), draft);
    }

    private PlanHead again(Job job, ScheduleOrder order, JobProgress progress) throws Exception {
        PlanHead told = plans.published().orElseThrow(() -> new JobFailedException(WORDS.message("job.unpublished")));
        PlanContent published = plans.content(told.id());
        Ground ground = ground(order, progress);
        List<Happening> happened = order.happened().stream().map(incident -> incident.in(ground.plan.problem())).toList();
        Revision revision = Revision.of(ground.plan.problem(), new Published(published.schedule(), published.agreed(), published.problem()),
                ground.asOf, happened).hurrying(ground.urgent()).pinning(published.pins());
        Set<String> pins = standing(published.pins(), ground.plan.problem().tasks().stream().map(task -> task.id()).toList());
        Replanned atOnce = new Searching(progress, 1).run(heard -> new WindowReplanner().replan(revision, null, heard));
        PlanHead first = plans.keep(Drafting.of(ground.plan, atOnce, true, pins, ground.rows), ground.asOf, PlanHead.How.FIRST_ANSWER, job.by(),
                job.id(), null);
        Replanned better = new Searching(progress, order.seconds()).run(heard -> new WindowReplanner().replan(revision, effort(job, order), heard));
        return plans.keep(Drafting.of(ground.plan, better, false, pins, ground.rows), ground.asOf, PlanHead.How.REPLANNED, job.by(), job.id(), first);
    }

    private static Set<String> standing(Set<String> pins, Collection<String> tasks) {
        return pins.stream().filter(tasks::contains).collect(Collectors.toSet());
    }

    private static Effort effort(Job job, ScheduleOrder order) {
        return new Effort(order.seconds(), job.id(), null);
    }
}
