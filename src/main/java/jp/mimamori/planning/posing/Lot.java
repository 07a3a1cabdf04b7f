package jp.mimamori.planning.posing;

import java.util.ArrayList;
import java.util.List;

/**
 * How the units of a row are spread over windows. Within a window the units are worked on one after another, so that never
 * more than one of them is out; what does not fit into the longest window goes into further ones.
 */
final class Lot {

    /** More windows than this for one row are not planned one by one: no hospital rolls out that way. */
    static final int MOST_WINDOWS = 60;

    /** A window's share: units and minutes. */
    record Window(int units, int minutes) {
    }

    private Lot() {
    }

    static List<Window> windows(int units, MaintenanceCatalogue.Work work, int longest) {
        int perWindow = Math.max(1, 1 + (longest - work.minutes()) / work.furtherMinutes());
        int windows = Math.min(MOST_WINDOWS, (units + perWindow - 1) / perWindow);
        List<Window> out = new ArrayList<>();
        for (int n = 0; n < windows; n++) {
            int share = units / windows + (n < units % windows ? 1 : 0);
            out.add(new Window(share, work.minutes() + (Math.min(share, perWindow) - 1) * work.furtherMinutes()));
        }
        return out;
    }

    /** Whether even {@link #MOST_WINDOWS} windows do not hold all units. */
    static boolean isTooLarge(int units, MaintenanceCatalogue.Work work, int longest) {
        return units > (long) MOST_WINDOWS * Math.max(1, 1 + (longest - work.minutes()) / work.furtherMinutes());
    }
}
