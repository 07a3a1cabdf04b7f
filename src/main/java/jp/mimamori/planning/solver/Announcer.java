package jp.mimamori.planning.solver;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.mimamori.planning.Planner.Progress;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** Tells of each better plan, put together from what the parts have reached, and twice a second that the search is alive. */
final class Announcer {

    /** New best plans come by the thousand: the same risk without a window is told again no sooner than this. */
    private static final double LEAST_SECONDS = 0.1;

    private final Layout layout;
    private final Consumer<Progress> progress;
    private final long startNanos;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "planning-pulse");
        thread.setDaemon(true);
        return thread;
    });
    private Progress latest = new Progress(0, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);
    private final @Nullable HardMediumSoftLongScore[] reached = new HardMediumSoftLongScore[2];
    private final int[] placed = new int[2];
    private @Nullable Occupancy standing;
    private int placedBefore;

    Announcer(Layout layout, Consumer<Progress> progress, long startNanos) {
        this.layout = layout;
        this.progress = progress;
        this.startNanos = startNanos;
    }

    void start() {
        pulse.scheduleAtFixedRate(this::alive, 500, 500, TimeUnit.MILLISECONDS);
    }

    void stop() {
        pulse.shutdownNow();
    }

    /** A new round begins, whose parts go on from {@code plan}; null where each has the whole. */
    synchronized void round(@Nullable Occupancy plan) {
        standing = plan;
        Arrays.fill(reached, null);
        placedBefore = plan == null ? 0 : (int) Arrays.stream(layout.jobs).filter(plan::placed).count();
    }

    /** Tells of {@code plan} if it is better than all before. */
    synchronized void tell(Occupancy plan) {
        tell(plan.medium(), plan.soft(), (int) Arrays.stream(layout.jobs).filter(plan::placed).count());
    }

    /** Part {@code part} has a new best plan; true where the whole can get no better than {@code medium} and {@code soft}. */
    synchronized boolean better(int part, PatchCalendar calendar, long medium, long soft) {
        HardMediumSoftLongScore score = calendar.getScore();
        if (score == null) {
            return false;
        }
        HardMediumSoftLongScore before = reached[part];
        reached[part] = score;
        if (before == null || before.mediumScore() != score.mediumScore()) {
            placed[part] = (int) Arrays.stream(calendar.stand().starts).filter(start -> start != Occupancy.NONE).count();
        }
        long m = -score.mediumScore();
        long s = -score.softScore();
        int count = placed[part];
        HardMediumSoftLongScore other = reached[1 - part];
        if (standing != null && other != null) {
            m += -other.mediumScore() - standing.medium();
            s += -other.softScore() - standing.soft();
            count += placed[1 - part] - placedBefore;
        }
        if (m < latest.medium() || elapsed() - latest.seconds() > LEAST_SECONDS) {
            tell(m, s, count);
        }
        return m == medium && s == soft;
    }

    private void tell(long medium, long soft, int placedCount) {
        if (medium < latest.medium() || medium == latest.medium() && soft < latest.soft()) {
            latest = new Progress(0, medium, soft, layout.jobs.length - placedCount, elapsed());
            progress.accept(latest);
        }
    }

    private synchronized void alive() {
        progress.accept(new Progress(latest.hard(), latest.medium(), latest.soft(), latest.unplaced(), elapsed()));
    }

    private double elapsed() {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
