package jp.mimamori.planning.timetable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one of several searches at the same time may do: move its own tasks, in its own hours, with its own share of what is
 * left of the vendors. Whatever searches with parts of one plan do, their results fit together.
 */
public final class Part {

    public final Job[] movable;
    /** The tasks it may move, by index. */
    public final boolean[] mine;
    /** How many visits of each vendor there may be in all, as far as this part is concerned. */
    public final int[] visitRoom;
    /** Grains that are somebody else's; null where all are its own. */
    private final @Nullable Load foreign;
    /** How many of a vendor's engineers are kept for others, by vendor and grain; null where none. */
    private final int @Nullable [][] kept;

    public Part(Job[] movable, boolean[] mine, int[] visitRoom, @Nullable Load foreign, int @Nullable [][] kept) {
        this.movable = movable;
        this.mine = mine;
        this.visitRoom = visitRoom;
        this.foreign = foreign;
        this.kept = kept;
    }

    /** All tasks, everywhere. */
    public static Part whole(Layout layout) {
        boolean[] mine = new boolean[layout.jobs.length];
        Arrays.fill(mine, true);
        return new Part(layout.movable, mine, layout.maxVisits, null, null);
    }

    /** Whether a window there lies in its own hours. */
    public boolean within(int from, int to) {
        return foreign == null || !foreign.full(from, to);
    }

    /** Leaves in {@code free} the starts of windows in its own hours. */
    public void keepOwn(long[] free, int firstWord, int lastWord, int duration) {
        if (foreign != null) {
            foreign.keepFree(free, firstWord, lastWord, duration);
        }
    }

    /** Takes the engineers that are kept for others out of {@code load}. */
    void keep(int vendor, Load load) {
        if (kept != null) {
            for (int grain = 0; grain < kept[vendor].length; grain++) {
                load.keep(grain, kept[vendor][grain]);
            }
        }
    }
}
