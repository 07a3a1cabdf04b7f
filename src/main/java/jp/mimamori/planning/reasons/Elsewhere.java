package jp.mimamori.planning.reasons;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Part;
import jp.mimamori.planning.timetable.Stand;

/** Where each window could have been instead, every other window staying as it is. */
final class Elsewhere {

    /** Fewer windows are not worth a second copy of the plan. */
    private static final int WORTH_A_COPY = 200;

    private final Occupancy plan;
    private final Alternatives alternatives;
    private final Difference difference;

    private Elsewhere(Occupancy plan) {
        this.plan = plan;
        this.alternatives = new Alternatives(plan);
        this.difference = new Difference(plan);
    }

    /** What there was to choose from for one task, and the same in words. */
    record Found(Alternatives.Choice choice, List<Schedule.Alternative> told) {
    }

    /** For every task with a window, by its index; half of them are looked at by a second thread, on a copy of {@code plan}. */
    static Found[] of(Occupancy plan) {
        Job[] placed = Arrays.stream(plan.layout.jobs).filter(plan::placed).toArray(Job[]::new);
        Found[] found = new Found[plan.layout.jobs.length];
        Elsewhere[] at = placed.length < WORTH_A_COPY ? new Elsewhere[] {new Elsewhere(plan)}
                : new Elsewhere[] {new Elsewhere(plan), new Elsewhere(Stand.of(plan).occupy(plan.layout, Part.whole(plan.layout)))};
        IntStream.range(0, at.length).parallel().forEach(part -> {
            for (int i = part; i < placed.length; i += at.length) {
                found[placed[i].index] = at[part].found(placed[i]);
            }
        });
        return found;
    }

    private Found found(Job job) {
        int start = plan.start(job);
        Crew crew = plan.crew(job);
        plan.remove(job);
        Alternatives.Choice choice = alternatives.besides(job, start, crew == null ? Crew.NOBODY : crew);
        List<Schedule.Alternative> told = choice.others().stream().map(other -> difference.alternative(job, start, other)).toList();
        plan.place(job, start, crew);
        return new Found(choice, told);
    }
}
