package jp.mimamori.policy.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text file that differs.
 *
 * @param path    below the home, such as {@code rules/ssvc.drl}
 * @param added   lines only the second edition has
 * @param removed lines only the first edition has
 */
public record FileChange(Kind kind, String path, int added, int removed) {

    static FileChange of(String path, @Nullable String from, @Nullable String to) {
        List<String> before = from == null ? List.of() : from.lines().toList();
        List<String> after = to == null ? List.of() : to.lines().toList();
        int common = common(before, after);
        return new FileChange(Kind.of(from != null, to != null), path, after.size() - common, before.size() - common);
    }

    /** Length of the longest common subsequence of lines. */
    private static int common(List<String> one, List<String> other) {
        int[] above = new int[other.size() + 1];
        for (String line : one) {
            int[] row = new int[other.size() + 1];
            for (int i = 1; i <= other.size(); i++) {
                row[i] = line.equals(other.get(i - 1)) ? above[i - 1] + 1 : Math.max(above[i], row[i - 1]);
            }
            above = row;
        }
        return above[other.size()];
    }
}
