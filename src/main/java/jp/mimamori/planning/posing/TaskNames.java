package jp.mimamori.planning.posing;

import java.util.HashSet;
import java.util.Set;
import jp.mimamori.planning.Problem.PatchTask;

/**
 * Ids of patch tasks that people can read and that stay the same from one plan to the next: the device's number, what is
 * done ({@code os}, {@code firmware}, {@code device}, or the product of an application), {@code tentative} where the maker's
 * approval is still to be recorded, and {@code #2}, {@code #3} … for the further windows of a lot, as in
 * {@code ME-0105-os} or {@code IT-0203-os#2}. Nothing in an id depends on which other tasks there are.
 */
final class TaskNames {

    private static final int LONGEST_PRODUCT = 40;

    private final Set<String> taken = new HashSet<>();

    /** The id of an action's {@code part}th window, from 0. */
    String of(Action action, int part) {
        String what = action.product().isEmpty() ? action.route().key() : product(action.product());
        String wish = action.member().id() + "-" + what + (action.tentative() ? PatchTask.TENTATIVE : "") + (part == 0 ? "" : "#" + (part + 1));
        String id = wish;
        for (int n = 2; !taken.add(id); n++) {
            id = wish + "~" + n;
        }
        return id;
    }

    private static String product(String plain) {
        return plain.length() <= LONGEST_PRODUCT ? plain
                : plain.substring(0, LONGEST_PRODUCT) + "~" + Integer.toHexString(plain.hashCode());
    }
}
