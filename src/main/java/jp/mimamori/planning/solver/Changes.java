package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Schedule;

/** The difference against the published plan: added, moved, dropped, and why. */
final class Changes {

    private static final Wording WORDS = Wording.of(Changes.class);

    private final Occupancy plan;
    private final WhyNot whyNot;

    Changes(Occupancy plan, WhyNot whyNot) {
        this.plan = plan;
        this.whyNot = whyNot;
    }

    List<Schedule.Moved> list() {
        List<Schedule.Moved> changes = new ArrayList<>();
        if (Arrays.stream(plan.layout.jobs).allMatch(job -> job.task.previous() == null)) {
            return changes;
        }
        for (Job job : plan.layout.jobs) {
            Integer previous = job.task.previous();
            Integer now = plan.placed(job) ? (Integer) plan.start(job) : null;
            if (previous == null ? now != null : !previous.equals(now)) {
                changes.add(new Schedule.Moved(job.task.id(), previous, now, why(job, previous, now)));
            }
        }
        return changes;
    }

    private Message why(Job job, @org.jspecify.annotations.Nullable Integer previous,
            @org.jspecify.annotations.Nullable Integer now) {
        if (previous == null) {
            return WORDS.message("change.added");
        }
        if (now == null) {
            return WORDS.message("change.dropped");
        }
        if (previous < 0 || previous + job.duration > plan.layout.horizon) {
            return WORDS.message("change.outside");
        }
        if (previous < job.task.earliest()) {
            return WORDS.message("change.early");
        }
        Crew crew = plan.crew(job);
        plan.remove(job);
        List<Schedule.Obstacle> obstacles = whyNot.at(job, previous);
        long saved = plan.price(job, previous) - plan.price(job, now);
        plan.place(job, now, crew);
        if (obstacles.isEmpty()) {
            return WORDS.message("change.cheaper", saved);
        }
        Schedule.Obstacle first = obstacles.get(0);
        return first.blockedBy().isEmpty() ? WORDS.message("change.blocked", first.text())
                : WORDS.message("change.blockedBy", first.text(), String.join(", ", first.blockedBy()));
    }
}
