package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;

/** The difference against the published plan: added, moved, dropped, and why, by what happened since where that is known. */
public final class Changes {

    private static final Wording WORDS = Wording.of(Changes.class);

    private final Occupancy plan;
    private final WhyNot whyNot;
    private final Circumstances past;

    public Changes(Occupancy plan, WhyNot whyNot, Circumstances past) {
        this.plan = plan;
        this.whyNot = whyNot;
        this.past = past;
    }

    public List<Schedule.Moved> list() {
        List<Schedule.Moved> changes = new ArrayList<>();
        Revision revision = past.revision();
        if (revision == null && Arrays.stream(plan.layout.jobs).allMatch(job -> job.task.previous() == null)) {
            return changes;
        }
        for (Job job : plan.layout.jobs) {
            Integer previous = job.task.previous();
            Integer now = plan.placed(job) ? (Integer) plan.start(job) : null;
            if (previous == null ? now != null : !previous.equals(now)) {
                changes.add(new Schedule.Moved(job.task.id(), previous, now, why(job, previous, now)));
            }
        }
        if (revision != null) {
            new java.util.TreeMap<>(revision.gone())
                    .forEach((task, from) -> changes.add(new Schedule.Moved(task, from, null, WORDS.message("change.gone"))));
        }
        return changes;
    }

    private Message why(Job job, @org.jspecify.annotations.Nullable Integer previous,
            @org.jspecify.annotations.Nullable Integer now) {
        Message known = past.broken().get(job.task.id());
        if (past.revision() != null) {
            Message cause = known == null && previous != null ? null : past.revision().cause(job.task).orElse(null);
            if (cause != null) {
                return WORDS.message(previous == null ? "change.addedFor" : now == null ? "change.droppedFor" : "change.event", cause);
            }
        }
        if (previous == null) {
            return WORDS.message("change.added");
        }
        if (known != null) {
            return known;
        }
        Set<String> guests = past.room().get(job.task.id());
        if (guests != null) {
            return WORDS.message("change.room", plan.layout.problem.labels().tasks(guests));
        }
        if (now == null) {
            return WORDS.message("change.dropped");
        }
        if (previous < 0 || previous + job.duration > plan.layout.horizon) {
            return outside();
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
        if (past.revision() != null) {
            // it was possible, or it would be among the broken ones: the proposal gave its place away
            return WORDS.message("change.traded", String.join(", ", first.blockedBy()), saved);
        }
        return blocked(first);
    }

    /** What is said where a published window is no longer possible. */
    public static Message blocked(Schedule.Obstacle first) {
        return first.blockedBy().isEmpty() ? WORDS.message("change.blocked", first.text())
                : WORDS.message("change.blockedBy", first.text(), String.join(", ", first.blockedBy()));
    }

    /** What is said where a published window does not lie in this horizon. */
    public static Message outside() {
        return WORDS.message("change.outside");
    }
}
