package jp.mimamori.windows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Message;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Schedule;
import jp.mimamori.trace.Issue;

/** Makes what is kept of a plan out of what was found. */
public final class Drafting {

    private Drafting() {
    }

    /** @param rows the decided rows by id, for the keys of what is kept; may lack some */
    public static PlanContent of(Plan plan, Schedule schedule, Map<String, FindingRow> rows) {
        return new PlanContent(plan.problem(), schedule, cards(plan.maintenance(), plan.problem(), rows), Set.of(), Set.of(), List.of(),
                told(plan.assumptions()));
    }

    /**
     * An answer against a published plan. What the search kept fixed is free to be moved by hand, and its bound holds as long as that stands.
     *
     * @param pins what was pinned by hand in the published plan
     */
    public static PlanContent of(Plan plan, Replanned replanned, boolean first, Set<String> pins, Map<String, FindingRow> rows) {
        Problem posed = replanned.problem();
        Schedule schedule = first ? replanned.first() : replanned.proposal();
        List<Placement> presumed = schedule.assignments().stream().filter(window -> pinned(posed, window.task()))
                .map(window -> new Placement(window.task(), window.start(), window.staff())).toList();
        return new PlanContent(loose(posed), schedule, cards(plan.maintenance(), posed, rows), replanned.revision().agreed(), pins, presumed,
                told(plan.assumptions()));
    }

    private static boolean pinned(Problem problem, String task) {
        return problem.tasks().stream().anyMatch(one -> one.id().equals(task) && one.pinned());
    }

    private static Problem loose(Problem problem) {
        return problem.with(problem.tasks().stream().map(task -> task.pinned(false)).toList());
    }

    private static List<Message> told(Collection<Issue> issues) {
        return issues.stream().map(Issue::message).distinct().toList();
    }

    private static List<Card> cards(List<Maintenance> maintenance, Problem problem, Map<String, FindingRow> rows) {
        Map<String, PatchTask> tasks = new java.util.HashMap<>();
        problem.tasks().forEach(task -> tasks.put(task.id(), task));
        List<Card> cards = new ArrayList<>();
        for (Maintenance work : maintenance) {
            PatchTask task = tasks.get(work.task());
            if (task != null) {
                cards.add(card(work, task, rows));
            }
        }
        return cards;
    }

    private static Card card(Maintenance work, PatchTask task, Map<String, FindingRow> rows) {
        Device device = work.device();
        List<FindingDecision> findings = work.findings();
        FindingDecision most = findings.stream().max(Comparator.comparing((FindingDecision f) -> f.decision().urgency())).orElseThrow();
        List<FindingRow> kept = findings.stream().map(f -> rows.get(f.decision().id())).filter(Objects::nonNull).toList();
        Urgency urgency = most.decision().urgency();
        return new Card(work.task(), task.device(), kept.stream().map(FindingRow::deviceKey).filter(Objects::nonNull).findFirst().orElse(null),
                device.name(), device.facility(), device.department(), work.action(), urgency,
                findings.stream().anyMatch(f -> f.decision().urgency() == urgency && f.decision().provisional()),
                most.decision().lowest(), most.decision().highest(), work.tentative(),
                findings.stream().map(FindingDecision::bindingDate).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null),
                findings.stream().map(f -> f.decision().id()).toList(),
                kept.stream().map(FindingRow::findingKey).distinct().toList(), work.units(), work.part(), work.parts());
    }
}
