package jp.mimamori.windows;

import java.util.List;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.hand.HandPlan;

/** A draft that begins as the published plan. */
public final class Opening {

    private Opening() {
    }

    /** @param posed the plan's problem with the published windows as {@code previous}, so that a move costs what a move costs */
    public static PlanContent of(PlanContent published, Problem posed) {
        List<Placement> windows = published.placements();
        Schedule now = new HandPlan(posed, windows).schedule(null);
        return new PlanContent(posed, now, published.cards(), published.agreed(), published.pins(), List.of(), published.assumptions());
    }
}
