package jp.mimamori.planning.timetable;

import java.util.BitSet;
import java.util.Set;
import jp.mimamori.planning.GrainTable;
import jp.mimamori.planning.Problem;

/** When it is night, in dense numbers, and what each person's nights and weeks may hold. Nights run from noon to noon. */
public final class NightRules {

    /** So many nights running are counted together. */
    static final int RUNNING = 7;

    /** Nights with work in any seven running; {@link Integer#MAX_VALUE} for a person nobody limits. */
    final int[] most;
    /** Grains of rest after a window at night. */
    final int[] rest;
    /** Whether anybody's nights are limited, and whether uneven weeks cost anything: else nothing of this is kept. */
    public final boolean limits;
    public final boolean spreads;
    /** How many nights, and how many seven nights running, the horizon has a part of. */
    public final int nights;
    final int runs;
    final int weeks;

    private final Problem.Weights weights;
    private final GrainTable grains;
    private final BitSet atNight = new BitSet();
    private final int before;

    NightRules(Problem problem, GrainTable grains) {
        this.grains = grains;
        this.weights = problem.weights();
        most = problem.staff().stream().mapToInt(person -> {
            Integer nights = person.maxNights();
            return nights == null ? Integer.MAX_VALUE : nights;
        }).toArray();
        rest = problem.staff().stream().mapToInt(Problem.Staff::rest).toArray();
        limits = problem.staff().stream().anyMatch(person -> person.maxNights() != null || person.rest() > 0);
        spreads = weights.spread() > 0;
        GrainTable.merge(problem.nights()).forEach(interval ->
                atNight.set(Math.max(0, interval.from()), Math.max(0, Math.min(problem.grains(), interval.to()))));
        before = grains.night(0);
        nights = night(problem.grains() - 1) + 1;
        runs = Math.max(1, nights - RUNNING + 1);
        weeks = grains.week(problem.grains() - 1) + 1;
    }

    /** Whether {@code person} is limited in any way. */
    boolean limited(int person) {
        return most[person] != Integer.MAX_VALUE || rest[person] > 0;
    }

    /** The first night of which {@code [from, to)} has a grain of night work; -1 where it has none. */
    int first(int from, int to) {
        int grain = atNight.nextSetBit(from);
        return grain < 0 || grain >= to ? -1 : night(grain);
    }

    /** The last night of which {@code [from, to)} has a grain of night work; -1 where it has none. */
    int last(int from, int to) {
        int grain = atNight.previousSetBit(to - 1);
        return grain < from ? -1 : night(grain);
    }

    /** Whether {@code [from, to)} has a grain of night work in {@code night}. */
    public boolean works(int night, int from, int to) {
        int grain = atNight.nextSetBit(from);
        while (grain >= 0 && grain < to && night(grain) < night) {
            grain = atNight.nextSetBit(grain + 1);
        }
        return grain >= 0 && grain < to && night(grain) == night;
    }

    /** Whether a window {@code [from, to)} and a later one {@code [next, end)} of one person leave too little rest. */
    public boolean tooLittleRest(int person, int from, int to, int next, int end) {
        if (next < to || next - to >= rest[person]) {
            return false;
        }
        int night = last(from, to);
        return night >= 0 && first(next, end) != night;
    }

    /** Nights of {@code worked} beyond what {@code person} may do, over every seven running. */
    public long over(int person, Set<Integer> worked) {
        long over = 0;
        for (int run = 0; run < runs; run++) {
            int from = run;
            long count = worked.stream().filter(night -> night >= from && night < from + RUNNING).count();
            over += Math.max(0, count - most[person]);
        }
        return over;
    }

    /** What a person's week with so many grains of work costs. */
    public long weekCost(long load) {
        long over = Math.max(0, load - weights.spreadFrom());
        return weights.spread() * over * over;
    }

    public int week(int grain) {
        return grains.week(grain);
    }

    private int night(int grain) {
        return grains.night(grain) - before;
    }
}
