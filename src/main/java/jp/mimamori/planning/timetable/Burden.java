package jp.mimamori.planning.timetable;

import java.util.Arrays;

/** What windows ask of people beyond their hours, kept up to date as windows come and go: nights, rest, and full weeks. */
final class Burden {

    private final NightRules rules;
    /** Each limited person's windows as from and to in one long, in no order. */
    private final long[][] windows;
    private final int[] count;
    /** How many windows of a person work in each night, and how many nights of each seven running they work in. */
    private final int[][] inNight;
    private final int[][] inRun;
    private final int[][] inWeek;

    Burden(NightRules rules) {
        this.rules = rules;
        int people = rules.most.length;
        windows = new long[people][];
        count = new int[people];
        inNight = new int[people][];
        inRun = new int[people][];
        inWeek = new int[people][rules.spreads ? rules.weeks : 0];
        for (int person = 0; person < people; person++) {
            boolean limited = rules.limited(person);
            windows[person] = new long[limited ? 8 : 0];
            inNight[person] = new int[limited ? rules.nights : 0];
            inRun[person] = new int[limited ? rules.runs : 0];
        }
    }

    /** Whether one more window {@code [from, to)} would break no limit of {@code person}. */
    boolean allows(int person, int from, int to) {
        if (!rules.limited(person)) {
            return true;
        }
        return tooLittleRest(person, from, to) == 0 && nightsLeft(person, from, to);
    }

    /** Counts a window in or out, and returns by how much the person's broken limits change. */
    long limits(int person, int from, int to, int sign) {
        if (!rules.limited(person)) {
            return 0;
        }
        if (sign < 0) {
            forget(person, from, to);
        }
        long change = sign * tooLittleRest(person, from, to) + nights(person, from, to, sign);
        if (sign > 0) {
            remember(person, from, to);
        }
        return change;
    }

    /** Counts a window in or out, and returns by how much the cost of the person's weeks changes. */
    long spread(int person, int from, int to, int sign) {
        int[] load = inWeek[person];
        long change = 0;
        int grain = from;
        while (grain < to) {
            int week = rules.week(grain);
            long before = rules.weekCost(load[week]);
            for (; grain < to && rules.week(grain) == week; grain++) {
                load[week] += sign;
            }
            change += rules.weekCost(load[week]) - before;
        }
        return change;
    }

    /** By how much a window {@code [from, to)} would make the weeks of {@code person} dearer. */
    long dearer(int person, int from, int to) {
        long change = spread(person, from, to, 1);
        spread(person, from, to, -1);
        return change;
    }

    private long tooLittleRest(int person, int from, int to) {
        if (rules.rest[person] == 0) {
            return 0;
        }
        long broken = 0;
        for (int i = 0; i < count[person]; i++) {
            int start = (int) (windows[person][i] >> 32);
            int end = (int) windows[person][i];
            if (rules.tooLittleRest(person, start, end, from, to) || rules.tooLittleRest(person, from, to, start, end)) {
                broken++;
            }
        }
        return broken;
    }

    private boolean nightsLeft(int person, int from, int to) {
        int first = rules.first(from, to);
        if (first < 0 || rules.most[person] == Integer.MAX_VALUE) {
            return true;
        }
        int last = rules.last(from, to);
        for (int run = firstRun(first); run <= lastRun(last); run++) {
            int added = 0;
            for (int night = Math.max(first, run); night <= Math.min(last, run + NightRules.RUNNING - 1); night++) {
                added += inNight[person][night] == 0 && rules.works(night, from, to) ? 1 : 0;
            }
            if (added > 0 && inRun[person][run] + added > rules.most[person]) {
                return false;
            }
        }
        return true;
    }

    private long nights(int person, int from, int to, int sign) {
        int first = rules.first(from, to);
        long change = 0;
        for (int night = first; night >= 0 && night <= rules.last(from, to); night++) {
            if (!rules.works(night, from, to)) {
                continue;
            }
            inNight[person][night] += sign;
            if (inNight[person][night] != (sign > 0 ? 1 : 0)) {
                continue;
            }
            for (int run = firstRun(night); run <= lastRun(night); run++) {
                int before = Math.max(0, inRun[person][run] - rules.most[person]);
                inRun[person][run] += sign;
                change += Math.max(0, inRun[person][run] - rules.most[person]) - before;
            }
        }
        return change;
    }

    private static int firstRun(int night) {
        return Math.max(0, night - NightRules.RUNNING + 1);
    }

    private int lastRun(int night) {
        return Math.min(rules.runs - 1, night);
    }

    private void remember(int person, int from, int to) {
        if (count[person] == windows[person].length) {
            windows[person] = Arrays.copyOf(windows[person], 2 * count[person]);
        }
        windows[person][count[person]++] = (long) from << 32 | to;
    }

    private void forget(int person, int from, int to) {
        long[] mine = windows[person];
        long gone = (long) from << 32 | to;
        int at = 0;
        while (mine[at] != gone) {
            at++;
        }
        mine[at] = mine[--count[person]];
    }
}
