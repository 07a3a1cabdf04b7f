package jp.mimamori.planning.timetable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Chooses who serves a window: people who are free and may, and where full weeks cost something those with the most room. */
final class CrewChoice {

    private final Load[] byPerson;
    private final Burden burden;
    private final boolean limits;
    private final boolean spreads;
    private int[] chosen = new int[4];

    CrewChoice(Layout layout, Load[] byPerson, Burden burden) {
        this.byPerson = byPerson;
        this.burden = burden;
        this.limits = layout.nights.limits;
        this.spreads = layout.nights.spreads;
    }

    /** A crew that is free, looking at the people of each role from position {@code turn} on; null where there is none. */
    @Nullable Crew free(Job job, int from, int turn) {
        int roles = job.people.length;
        if (roles == 0) {
            return Crew.NOBODY;
        }
        int[] picked = chosen.length >= roles ? chosen : grown(roles);
        return pick(job, from, from + job.duration, turn, 0, picked);
    }

    private @Nullable Crew pick(Job job, int from, int to, int turn, int role, int[] picked) {
        int[] people = job.people[role];
        int at = people.length == 0 ? 0 : turn % people.length;
        if (spreads) {
            at = roomiest(people, from, to, at, role, picked);
        }
        for (int i = 0; i < people.length; i++) {
            int person = people[at];
            at = at + 1 == people.length ? 0 : at + 1;
            if (!may(person, from, to) || among(picked, role, person)) {
                continue;
            }
            picked[role] = person;
            if (role + 1 == job.people.length) {
                return new Crew(Arrays.copyOf(picked, role + 1));
            }
            Crew whole = pick(job, from, to, turn, role + 1, picked);
            if (whole != null || !contested(job, role, person)) {
                return whole;
            }
        }
        return null;
    }

    /** Whether {@code person} is free and on shift in {@code [from, to)} and has nights and rest to spare. */
    private boolean may(int person, int from, int to) {
        return !byPerson[person].full(from, to) && (!limits || burden.allows(person, from, to));
    }

    /** Where in {@code people} the one stands whose week gets least dearer, the first from {@code turn} on among equals. */
    private int roomiest(int[] people, int from, int to, int turn, int role, int[] picked) {
        int best = turn;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < people.length && least > 0; i++) {
            int at = (turn + i) % people.length;
            if (may(people[at], from, to) && !among(picked, role, people[at])) {
                long dearer = burden.dearer(people[at], from, to);
                if (dearer < least) {
                    least = dearer;
                    best = at;
                }
            }
        }
        return best;
    }

    /** Whether choosing somebody else for {@code role} could leave {@code person} for a later role. */
    private static boolean contested(Job job, int role, int person) {
        for (int later = role + 1; later < job.people.length; later++) {
            if (among(job.people[later], job.people[later].length, person)) {
                return true;
            }
        }
        return false;
    }

    private static boolean among(int[] people, int count, int person) {
        for (int i = 0; i < count; i++) {
            if (people[i] == person) {
                return true;
            }
        }
        return false;
    }

    private int[] grown(int roles) {
        chosen = new int[roles];
        return chosen;
    }
}
