package jp.mimamori.planning.timetable;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.StaffLoad;

/** Whether people could take one more window: free then, and within their limits of nights and rest. */
public final class Strain {

    private final Occupancy plan;
    private final Layout layout;
    private final boolean limited;
    private final List<List<Interval>> windows = new ArrayList<>();

    /** Remembers who works when in {@code plan} as it is now. */
    public Strain(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
        List<Problem.Staff> staff = layout.problem.staff();
        limited = !layout.problem.nights().isEmpty()
                && staff.stream().anyMatch(person -> person.maxNights() != null || person.rest() > 0);
        staff.forEach(any -> windows.add(new ArrayList<>(0)));
        for (Job job : limited ? layout.jobs : new Job[0]) {
            Crew crew = plan.crew(job);
            for (int role = 0; crew != null && role < crew.size(); role++) {
                windows.get(crew.person(role)).add(new Interval(plan.start(job), plan.end(job)));
            }
        }
    }

    /** Whether nights or rest of anybody are limited at all. */
    public boolean limited() {
        return limited;
    }

    /** Whether {@code person} has another task somewhere in {@code [from, to)}. */
    public boolean busy(int person, int from, int to) {
        for (int grain = from; grain < to; grain++) {
            if (plan.holder(person, grain) != null) {
                return true;
            }
        }
        return false;
    }

    public boolean tooManyNights(int person, int from, int to) {
        Integer most = layout.problem.staff().get(person).maxNights();
        return limited && most != null && layout.grains.nights(from, to).length > 0
                && with(person, from, to).nights(most) > load(windows.get(person)).nights(most);
    }

    public boolean tooLittleRest(int person, int from, int to) {
        int rest = layout.problem.staff().get(person).rest();
        return limited && rest > 0 && with(person, from, to).rest(rest) > load(windows.get(person)).rest(rest);
    }

    private StaffLoad with(int person, int from, int to) {
        List<Interval> more = new ArrayList<>(windows.get(person));
        more.add(new Interval(from, to));
        return load(more);
    }

    private StaffLoad load(List<Interval> windows) {
        return new StaffLoad(layout.problem, layout.grains, windows);
    }
}
