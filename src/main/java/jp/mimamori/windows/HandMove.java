package jp.mimamori.windows;

import java.time.Instant;
import jp.mimamori.planning.ExactScore.Placement;
import org.jspecify.annotations.Nullable;

/**
 * One change of a draft by hand, with what it was before, so that it can be taken back.
 *
 * @param before       the window before; null where there was none
 * @param after        the window since; null where it was taken away
 * @param pinnedBefore whether it was pinned before
 * @param pinnedAfter  whether it is since
 */
public record HandMove(String task, @Nullable Placement before, @Nullable Placement after, boolean pinnedBefore, boolean pinnedAfter,
        String by, Instant at) {
}
