package jp.mimamori.windows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Zone;
import jp.mimamori.planning.Zones;
import jp.mimamori.planning.hand.HandPlan;
import jp.mimamori.planning.hand.Look;
import jp.mimamori.planning.hand.RefusedMoveException;
import org.jspecify.annotations.Nullable;

/** One kept plan laid open, with everything moved by hand since. A draft can be changed here; what is not kept in the store is not changed here. */
public final class Desk {

    private final PlanContent content;
    private final HandPlan hand;
    private final Map<String, Card> cards = new HashMap<>();
    private final Map<String, PatchTask> tasks = new HashMap<>();
    private final Set<String> pins;
    private final List<HandMove> moves = new ArrayList<>();
    private PlanHead head;

    private Desk(PlanHead head, PlanContent content, HandPlan hand, Set<String> pins, List<HandMove> moves) {
        this.head = head;
        this.content = content;
        this.hand = hand;
        this.pins = pins;
        this.moves.addAll(moves);
        content.cards().forEach(card -> cards.put(card.task(), card));
        content.problem().tasks().forEach(task -> tasks.put(task.id(), task));
    }

    /** @param moves what was moved by hand since {@code content} was found, in order */
    static Desk open(PlanHead head, PlanContent content, List<HandMove> moves) {
        Map<String, Placement> windows = new HashMap<>();
        content.placements().forEach(window -> windows.put(window.task(), window));
        Set<String> pins = new HashSet<>(content.pins());
        for (HandMove move : moves) {
            if (move.after() == null) {
                windows.remove(move.task());
            } else {
                windows.put(move.task(), move.after());
            }
            set(pins, move.task(), move.pinnedAfter());
        }
        return new Desk(head, content, new HandPlan(content.problem(), windows.values()), pins, moves);
    }

    private static void set(Set<String> pins, String task, boolean pinned) {
        if (pinned) {
            pins.add(task);
        } else {
            pins.remove(task);
        }
    }

    public synchronized PlanHead head() {
        return head;
    }

    public PlanContent content() {
        return content;
    }

    public Problem problem() {
        return content.problem();
    }

    public @Nullable Card card(String task) {
        return cards.get(task);
    }

    public PatchTask task(String task) {
        return Objects.requireNonNull(tasks.get(task), task);
    }

    public boolean has(String task) {
        return tasks.containsKey(task);
    }

    public synchronized Set<String> pins() {
        return Set.copyOf(pins);
    }

    public synchronized List<HandMove> moves() {
        return List.copyOf(moves);
    }

    public synchronized @Nullable Placement window(String task) {
        return hand.window(task);
    }

    public synchronized List<Placement> placements() {
        return hand.placements();
    }

    public synchronized List<String> homeless() {
        return hand.homeless();
    }

    /** What a window at {@code start} would mean; nothing changes. */
    public synchronized Look look(String task, int start) {
        return hand.look(task, start);
    }

    /** The window of {@code task} with what it costs and what else there was; null where it has none. */
    public synchronized Schedule.@Nullable Assignment explained(String task) {
        return hand.explained(task);
    }

    /** Why {@code task} has no window as things are now. */
    public synchronized Schedule.Unassigned why(String task) {
        return hand.why(task);
    }

    /**
     * What somebody has to be told before the window of {@code task} moves, because people rely on it.
     *
     * @param today where the frozen weeks begin
     */
    public synchronized @Nullable Promise promise(String task, LocalDate today) {
        Placement window = hand.window(task);
        Integer previous = task(task).previous();
        if (window == null || previous == null || previous != window.start()) {
            return null;
        }
        if (content.agreed().contains(task)) {
            return Promise.AGREED;
        }
        Zone zone = Zones.of(content.problem(), today).of(previous);
        return zone == Zone.FROZEN ? Promise.FROZEN : zone == Zone.FIRM ? Promise.FIRM : null;
    }

    /** What people rely on. */
    public enum Promise { AGREED, FROZEN, FIRM }

    /**
     * Moves {@code task}, or gives it a window, and keeps that.
     *
     * @param edition the edition that whoever moves it has looked at
     * @throws RefusedMoveException  where it would break a rule or is pinned
     * @throws StaleEditionException where somebody else was quicker
     */
    public synchronized Look move(String task, int start, long edition, String by, Instant at, Plans plans)
            throws RefusedMoveException, StaleEditionException {
        require(edition);
        Placement before = hand.window(task);
        Look look = hand.move(task, start);
        boolean pinned = pins.contains(task);
        kept(before, () -> plans.moved(head, new HandMove(task, before, look.to(), pinned, pinned, by, at)), task,
                new HandMove(task, before, look.to(), pinned, pinned, by, at));
        return look;
    }

    /** Takes the window of {@code task} away. */
    public synchronized void remove(String task, long edition, String by, Instant at, Plans plans)
            throws RefusedMoveException, StaleEditionException {
        require(edition);
        Placement before = hand.window(task);
        if (before == null) {
            return;
        }
        hand.put(task, null);
        HandMove move = new HandMove(task, before, null, pins.contains(task), false, by, at);
        kept(before, () -> plans.moved(head, move), task, move);
    }

    /** Pins {@code task} where it is, or releases it. */
    public synchronized void pin(String task, boolean pinned, long edition, String by, Instant at, Plans plans) throws StaleEditionException {
        require(edition);
        Placement window = hand.window(task);
        if (window == null || pins.contains(task) == pinned) {
            return;
        }
        HandMove move = new HandMove(task, window, window, !pinned, pinned, by, at);
        head = plans.moved(head, move);
        moves.add(move);
        set(pins, task, pinned);
    }

    /** Takes the last move back; false where there is none. */
    public synchronized boolean undo(long edition, String by, Plans plans) throws RefusedMoveException, StaleEditionException {
        require(edition);
        if (moves.isEmpty()) {
            return false;
        }
        HandMove last = moves.get(moves.size() - 1);
        hand.put(last.task(), last.before());
        try {
            head = plans.undone(head, last, by);
        } catch (StaleEditionException | RuntimeException e) {
            hand.put(last.task(), last.after());
            throw e;
        }
        moves.remove(moves.size() - 1);
        set(pins, last.task(), last.pinnedBefore());
        return true;
    }

    private void require(long edition) throws StaleEditionException {
        if (head.edition() != edition || head.state() != PlanHead.State.DRAFT) {
            throw new StaleEditionException(head.id(), edition);
        }
    }

    @FunctionalInterface
    private interface Keeping {

        PlanHead keep() throws StaleEditionException;
    }

    /** What cannot be kept did not happen. */
    private void kept(@Nullable Placement before, Keeping keeping, String task, HandMove move) throws StaleEditionException, RefusedMoveException {
        try {
            head = keeping.keep();
        } catch (StaleEditionException | RuntimeException e) {
            hand.put(task, before);
            throw e;
        }
        moves.add(move);
        set(pins, task, move.pinnedAfter());
    }

    /** The score, how far from the best possible it can be, and what planning by hand would have come to. */
    public synchronized Figures figures() {
        return new Figures(hand.score(), bound(), hand.homeless().size(), hand.placements().size(), content.schedule().byHand());
    }

    /** The bound of the search, where what it takes as given still stands. */
    private Schedule.@Nullable Bound bound() {
        boolean stands = content.presumed().stream().allMatch(window -> {
            Placement now = hand.window(window.task());
            return now != null && now.start() == window.start();
        }) && content.schedule().assignments().stream().allMatch(window -> hand.window(window.task()) != null);
        return stands ? content.schedule().bound() : null;
    }

    /** The windows as they stand, without reasons, to go on from. */
    synchronized Schedule written() {
        Problem problem = content.problem();
        return new Schedule(problem.id(), true, hand.score(), null, hand.placements().stream().map(window -> {
            int end = window.start() + task(window.task()).duration();
            return new Schedule.Assignment(window.task(), window.start(), end, problem.time(window.start()), problem.time(end), window.staff(),
                    List.of());
        }).toList(), List.of(), List.of(), new Schedule.Run(0, 0, "by hand"));
    }

    /** The plan as it stands, with everything moved by hand, as one to be published. */
    public synchronized PlanContent whole() {
        if (moves.isEmpty()) {
            return content;
        }
        Schedule now = hand.schedule(bound());
        Schedule found = content.schedule();
        Schedule schedule = new Schedule(now.problem(), now.feasible(), now.score(), now.bound(), now.assignments(), now.unassigned(),
                now.changes(), found.solver(), now.byHand());
        return new PlanContent(content.problem(), schedule, content.cards(), content.agreed(), pins, content.presumed(), content.assumptions());
    }
}
