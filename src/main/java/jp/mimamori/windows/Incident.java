package jp.mimamori.windows;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import jp.mimamori.planning.Happening;
import jp.mimamori.planning.Problem;

/**
 * Something that came up after a plan was published, as somebody enters it.
 *
 * @param about id of the vendor, device, person, site or task in the plan
 * @param from  for a delayed patch not used
 * @param to    exclusive; for a delayed patch when it will be there
 */
public record Incident(Happening.Kind kind, String about, LocalDateTime from, LocalDateTime to) {

    /** What people enter; the rest is seen by comparing calendars. */
    public static final List<Happening.Kind> ENTERED = List.of(Happening.Kind.VENDOR_CANCELS, Happening.Kind.DEVICE_BOOKED,
            Happening.Kind.DEVICE_DOWN, Happening.Kind.PATCH_DELAYED, Happening.Kind.STAFF_AWAY, Happening.Kind.SITE_CLOSED);

    public Incident {
        if (!ENTERED.contains(kind) || from.isAfter(to)) {
            throw new IllegalArgumentException("no incident: " + kind + " " + from + "–" + to);
        }
    }

    /** The same in grains of {@code problem}. */
    public Happening in(Problem problem) {
        int end = grain(problem, to, problem.grainMinutes() - 1);
        if (kind == Happening.Kind.PATCH_DELAYED) {
            int expected = problem.tasks().stream().filter(task -> task.id().equals(about)).mapToInt(Problem.PatchTask::earliest).findFirst().orElse(0);
            return new Happening(kind, about, Math.min(expected, end), end, null);
        }
        return new Happening(kind, about, grain(problem, from, 0), end, null);
    }

    private static int grain(Problem problem, LocalDateTime time, int roundUp) {
        long minutes = Duration.between(problem.start(), time).toMinutes() + roundUp;
        return (int) Math.max(0, Math.min(problem.grains(), Math.floorDiv(minutes, problem.grainMinutes())));
    }
}
