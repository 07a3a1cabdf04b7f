package jp.mimamori.cli;

import jp.mimamori.language.Wording;
import jp.mimamori.planning.Planner.Effort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long and from which seed windows are searched. */
final class Search {

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "10")
    private double seconds = 10;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0")
    private long seed;

    @Option(names = "--steps", paramLabel = "N")
    private @Nullable Integer steps;

    Search() {
    }

    Effort effort() {
        requireRange("--seconds", seconds, 0, 86_400);
        if (steps != null) {
            requireRange("--steps", steps, 1, Integer.MAX_VALUE);
        }
        // with steps the clock must not decide, or two runs would differ
        return new Effort(steps != null ? 86_400 : Math.max(seconds, 0.001), seed, steps);
    }

    static void requireRange(String option, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new Failure(Exit.USAGE, Wording.of(Search.class).message("option.range", option,
                    number(value), number(lowest), number(highest)));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
