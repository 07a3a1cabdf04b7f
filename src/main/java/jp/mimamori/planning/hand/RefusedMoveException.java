package jp.mimamori.planning.hand;

import java.util.List;
import java.util.stream.Collectors;
import jp.mimamori.planning.Schedule.Obstacle;

/** A move that would break a rule no plan may break; nothing has changed. */
public final class RefusedMoveException extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient List<Obstacle> against;

    public RefusedMoveException(String task, List<Obstacle> against) {
        super(task + ": " + against.stream().map(Obstacle::constraint).collect(Collectors.joining(", ")));
        this.against = List.copyOf(against);
    }

    /** What stands against it, and who or what is behind it. */
    public List<Obstacle> against() {
        return against;
    }
}
