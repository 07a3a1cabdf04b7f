package jp.mimamori.windows;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.language.Message;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;

/**
 * A whole plan as it was found or published; what was moved by hand since stands beside it.
 *
 * @param problem     what it is a plan of, with the published windows as {@code previous}
 * @param schedule    its windows, each with its reasons
 * @param cards       what each task stands for, in the problem's order
 * @param agreed      tasks whose visit is agreed with the vendor
 * @param pins        tasks pinned by hand
 * @param presumed    windows that the bound of {@code schedule} takes as fixed: it holds as long as they stand
 * @param assumptions what was assumed where the hospital's sheets are silent
 */
public record PlanContent(Problem problem, Schedule schedule, List<Card> cards, Set<String> agreed, Set<String> pins,
        List<Placement> presumed, List<Message> assumptions) {

    public PlanContent {
        cards = List.copyOf(cards);
        agreed = Set.copyOf(agreed);
        pins = Set.copyOf(pins);
        presumed = List.copyOf(presumed);
        assumptions = List.copyOf(assumptions);
    }

    /** The same plan with these visits agreed. */
    public PlanContent agreed(Set<String> tasks) {
        return new PlanContent(problem, schedule, cards, tasks, pins, presumed, assumptions);
    }

    /** What is agreed in {@code earlier} and stands here at the same hour: of another hour the vendor knows nothing. */
    public Set<String> stillAgreed(PlanContent earlier) {
        Map<String, LocalDateTime> starts = new HashMap<>();
        schedule.assignments().forEach(window -> starts.put(window.task(), window.startTime()));
        return earlier.schedule.assignments().stream().filter(window -> earlier.agreed.contains(window.task())
                && window.startTime().equals(starts.get(window.task()))).map(Schedule.Assignment::task).collect(Collectors.toSet());
    }

    /** The windows as they were found. */
    public List<Placement> placements() {
        return schedule.assignments().stream().map(window -> new Placement(window.task(), window.start(), window.staff())).toList();
    }
}
