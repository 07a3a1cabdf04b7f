package jp.mimamori.planning;

import java.util.List;
import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * The two answers to a {@link Revision}.
 *
 * @param problem  what both are answers to, with the published windows as {@code previous}; where there is a second one, what
 *                 it must not move is pinned, so that its bound is one for this problem
 * @param first    keeps every published window that is still possible
 * @param second   a better proposal; null where none was asked for
 * @param kept     what the proposal leaves where it was; of the first answer where there is no second
 */
public record Replanned(Revision revision, Problem problem, Schedule first, @Nullable Schedule second, List<Kept> kept) {

    public Replanned {
        kept = List.copyOf(kept);
    }

    /** A window that stays, and why. */
    public record Kept(String task, int start, Zone zone, Message why) {
    }

    /** The proposal to go on with. */
    public Schedule proposal() {
        return second == null ? first : second;
    }
}
