package jp.mimamori.planning.timetable;

import java.util.Arrays;

/** The people of one window: their indexes in the problem's staff, in the order of the task's roles. */
public final class Crew {

    public static final Crew NOBODY = new Crew(new int[0]);

    private final int[] people;

    public Crew(int[] people) {
        this.people = people;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crew crew && Arrays.equals(people, crew.people);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(people);
    }

    public int size() {
        return people.length;
    }

    public int person(int role) {
        return people[role];
    }
}
