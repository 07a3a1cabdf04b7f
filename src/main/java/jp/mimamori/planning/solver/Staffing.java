package jp.mimamori.planning.solver;

import org.jspecify.annotations.Nullable;

/** Who works when, what of it breaks shifts and limits, and what uneven weeks cost. */
final class Staffing {

    final CrewChoice crews;
    private final Layout layout;
    private final Load[] byPerson;
    /** XOR of the task numbers (from 1) that hold a person: the holder itself wherever there is just one. */
    private final int[][] holder;
    private final Burden burden;
    private final boolean limits;
    private final boolean spreads;
    private long hard;
    private long soft;

    Staffing(Layout layout) {
        this.layout = layout;
        int people = layout.problem.staff().size();
        byPerson = new Load[people];
        for (int person = 0; person < people; person++) {
            byPerson[person] = shift(layout, person);
        }
        holder = new int[people][layout.horizon];
        burden = new Burden(layout.nights);
        limits = layout.nights.limits;
        spreads = layout.nights.spreads;
        crews = new CrewChoice(layout, byPerson, burden);
    }

    long hard() {
        return hard;
    }

    long soft() {
        return soft;
    }

    Load person(int person) {
        return byPerson[person];
    }

    /** The index of the task that holds {@code person} at {@code grain}; -1 where nobody does. */
    int holder(int person, int grain) {
        return byPerson[person].count(grain) == 1 ? holder[person][grain] - 1 : -1;
    }

    /** Whether nobody of {@code people} would get too many nights or too little rest. */
    boolean bears(Crew people, int from, int to) {
        for (int role = 0; limits && role < people.size(); role++) {
            if (!burden.allows(people.person(role), from, to)) {
                return false;
            }
        }
        return true;
    }

    /** Counts a window in or out. A null crew counts as missing people. */
    void change(Job job, @Nullable Crew people, int from, int to, int sign) {
        if (people == null) {
            hard += sign * (long) job.task.roles().size();
            return;
        }
        for (int role = 0; role < people.size(); role++) {
            int person = people.person(role);
            hard += byPerson[person].change(from, to, sign);
            hard += sign * (long) layout.offShift(person, from, to);
            hard += limits ? burden.limits(person, from, to, sign) : 0;
            soft += spreads ? burden.spread(person, from, to, sign) : 0;
            for (int grain = from; grain < to; grain++) {
                holder[person][grain] ^= job.index + 1;
            }
        }
    }

    private static Load shift(Layout layout, int person) {
        Load load = new Load(layout.horizon, 1);
        for (int grain = 0; grain < layout.horizon; grain++) {
            if (layout.offShift(person, grain, grain + 1) > 0) {
                load.close(grain);
            }
        }
        return load;
    }
}
