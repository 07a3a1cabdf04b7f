package jp.mimamori.planning.placing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/** Finds people for a window without moving any window: somebody else may take over what the right person holds. */
public final class Seats {

    /** So many windows may pass their people on in a row. */
    private static final int CHAIN = 3;

    private final Occupancy plan;
    private final Layout layout;
    private final Map<String, Integer> people = new HashMap<>();

    public Seats(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
        layout.problem.staff().forEach(person -> people.put(person.id(), people.size()));
    }

    /** The published people as a crew for {@code job}; null where one is unknown or cannot do the work (any more). */
    public @Nullable Crew crew(Job job, List<String> names) {
        if (names.size() != job.people.length) {
            return null;
        }
        int[] crew = new int[names.size()];
        for (int role = 0; role < crew.length; role++) {
            Integer person = people.get(names.get(role));
            if (person == null || !among(job.people[role], person)) {
                return null;
            }
            crew[role] = person;
        }
        return new Crew(crew);
    }

    /** Places {@code job}, which has no window, at {@code start} if just that breaks nothing; false where it would. */
    public boolean take(Job job, int start, @Nullable Crew crew) {
        return take(plan, job, start, crew);
    }

    public static boolean take(Occupancy plan, Job job, int start, @Nullable Crew crew) {
        if (crew == null) {
            return false;
        }
        long before = plan.hard();
        plan.place(job, start, crew);
        if (plan.hard() > before) {
            plan.remove(job);
            return false;
        }
        return true;
    }

    /** Places {@code job} at {@code start}, where nothing but people may be in the way; false where there are none. */
    public boolean find(Job job, int start) {
        return find(job, start, CHAIN, new HashSet<>());
    }

    private boolean find(Job job, int start, int chain, Set<Job> asked) {
        if (take(job, start, plan.freeCrew(job, start, 0))) {
            return true;
        }
        if (chain == 0) {
            return false;
        }
        asked.add(job);
        for (int[] role : job.people) {
            for (int person : role) {
                Job holder = layout.offShift(person, start, start + job.duration) > 0 ? null : holder(person, start, start + job.duration);
                if (holder == null || asked.contains(holder)) {
                    continue;
                }
                int from = plan.start(holder);
                Crew crew = plan.crew(holder);
                plan.remove(holder);
                if (take(job, start, plan.freeCrew(job, start, 0))) {
                    if (find(holder, from, chain - 1, asked)) {
                        return true;
                    }
                    plan.remove(job);
                }
                plan.place(holder, from, crew);
            }
        }
        asked.remove(job);
        return false;
    }

    /** The one task that holds {@code person} in {@code [from, to)}; null where it is none, or several. */
    private @Nullable Job holder(int person, int from, int to) {
        Job found = null;
        for (int grain = from; grain < to; grain++) {
            Job holder = plan.holder(person, grain);
            if (holder != null && found != null && holder != found) {
                return null;
            }
            found = holder == null ? found : holder;
        }
        return found;
    }

    private static boolean among(int[] people, int person) {
        for (int each : people) {
            if (each == person) {
                return true;
            }
        }
        return false;
    }
}
