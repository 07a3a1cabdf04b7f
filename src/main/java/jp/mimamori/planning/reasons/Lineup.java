package jp.mimamori.planning.reasons;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jp.mimamori.planning.GrainTable;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Strain;

/** Finds who would come to a window nobody can come to as it is: whoever is free, and else whoever it asks least of. */
final class Lineup {

    /** Nobody at the site has the role, or whoever has it is taken. */
    static final int NOBODY = -1;
    /** A shift that begins sooner or ends later by no more than these hours is a longer one, not another. */
    private static final int LONGER_HOURS = 4;

    private final Layout layout;
    private final Strain strain;

    Lineup(Layout layout, Strain strain) {
        this.layout = layout;
        this.strain = strain;
    }

    /**
     * One role of the window.
     *
     * @param person who would take it; {@link #NOBODY} where it has to be borrowed
     * @param from   first grain of the window in which they are not on shift
     * @param to     end of the last such grain; {@code from} where there is none
     * @param longer whether that only makes a shift of theirs longer
     */
    record Place(String role, int person, int from, int to, boolean longer, boolean nights, boolean rest) {

        boolean isFree() {
            return person != NOBODY && from == to && !nights && !rest;
        }
    }

    /** The places of {@code job} at {@code start}, in the order of its roles. */
    List<Place> at(Job job, int start) {
        int end = start + job.duration;
        int roles = job.people.length;
        int[] chosen = new int[roles];
        Arrays.fill(chosen, NOBODY);
        // the role that fewest people have chooses first
        int[] order = IntStream.range(0, roles).boxed().sorted(Comparator.comparingInt(role -> job.people[role].length))
                .mapToInt(Integer::intValue).toArray();
        for (int role : order) {
            int least = Integer.MAX_VALUE;
            for (int person : job.people[role]) {
                int off = 3 * layout.offShift(person, start, end);
                if (off >= least || among(chosen, person) || strain.busy(person, start, end)) {
                    continue;
                }
                if (strain.limited()) {
                    off += strain.tooManyNights(person, start, end) || strain.tooLittleRest(person, start, end) ? 2 : 0;
                }
                if (off < least) {
                    least = off;
                    chosen[role] = person;
                }
            }
        }
        return IntStream.range(0, roles).mapToObj(role -> place(job.task.roles().get(role), chosen[role], start, end)).toList();
    }

    private Place place(String role, int person, int start, int end) {
        if (person == NOBODY) {
            return new Place(role, person, start, end, false, false, false);
        }
        int from = start;
        int to = end;
        while (from < to && layout.offShift(person, from, from + 1) == 0) {
            from++;
        }
        while (to > from && layout.offShift(person, to - 1, to) == 0) {
            to--;
        }
        return new Place(role, person, from, to, longer(person, from, to),
                strain.tooManyNights(person, start, end), strain.tooLittleRest(person, start, end));
    }

    private boolean longer(int person, int from, int to) {
        if ((to - from) * layout.problem.grainMinutes() > LONGER_HOURS * 60) {
            return false;
        }
        for (Interval shift : GrainTable.merge(layout.problem.staff().get(person).available())) {
            if (shift.from() <= to && shift.to() >= from) {
                return true;
            }
        }
        return false;
    }

    private static boolean among(int[] chosen, int person) {
        for (int one : chosen) {
            if (one == person) {
                return true;
            }
        }
        return false;
    }
}
