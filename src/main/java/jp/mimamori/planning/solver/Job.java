package jp.mimamori.planning.solver;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import jp.mimamori.planning.Problem.PatchTask;

/** A patch task in dense numbers. An index of -1 means there is none. */
final class Job {

    final int index;
    final PatchTask task;
    final int device;
    final int site;
    final int group;
    final int vendor;
    final int duration;
    final long risk;
    /** Grains that must have passed since the end of what it waits for. */
    final int soak;
    final Crew[] crews;
    /** Who could take each role. */
    final int[][] people;
    /** Indexes of the tasks that must end before this one starts, and of those that wait for this one. */
    int[] before = {};
    int[] waiting = {};
    /** Indexes of the other tasks on this device, in this redundancy group, of this vendor. */
    int[] onDevice = {};
    int[] inGroup = {};
    int[] ofVendor = {};
    /** Starts at which nothing but other tasks can be in the way. */
    BitSet allowed = new BitSet();
    /** The same starts, cheapest first. */
    int[] starts = {};

    /** What each start costs more than the cheapest; {@link Integer#MAX_VALUE} where it does not fit. */
    private int[] extra = {};
    private long cheapest;
    /** Where each start stands in {@link #starts}; the last place for a start that is not among them. */
    private char[] ranks = {};

    Job(int index, PatchTask task, int device, int site, int group, int vendor, Crew[] crews, int[][] people) {
        this.index = index;
        this.task = task;
        this.device = device;
        this.site = site;
        this.group = group;
        this.vendor = vendor;
        this.duration = task.duration();
        this.risk = task.risk();
        this.soak = task.soak();
        this.crews = crews;
        this.people = people;
    }

    boolean pinned() {
        return task.pinned();
    }

    /** Sets the starts, cheapest first, with their costs. */
    void starts(int[] cheapestFirst, long[] costs, int horizon) {
        starts = cheapestFirst;
        extra = new int[starts.length];
        cheapest = starts.length == 0 ? 0 : costs[0];
        for (int rank = 0; rank < starts.length; rank++) {
            extra[rank] = (int) Math.min(Integer.MAX_VALUE, costs[rank] - cheapest);
        }
        ranks = new char[cheapestFirst.length == 0 ? 0 : horizon];
        java.util.Arrays.fill(ranks, (char) Math.max(0, cheapestFirst.length - 1));
        for (int rank = 0; rank < cheapestFirst.length; rank++) {
            ranks[cheapestFirst[rank]] = (char) rank;
        }
    }

    /** The cost of {@code start} without the visit, where it is remembered; -1 where it has to be worked out. */
    long knownCost(int start) {
        if (ranks.length == 0) {
            return -1;
        }
        int rank = ranks[start];
        return starts[rank] == start && extra[rank] != Integer.MAX_VALUE ? cheapest + extra[rank] : -1;
    }

    /** The first rank whose cost is above {@code cost}, looking no further than {@code rank + most}. */
    int affordable(int rank, int most, long cost) {
        int end = Math.min(starts.length, rank + most);
        long limit = cost - cheapest;
        int at = rank;
        while (at < end && extra[at] <= limit) {
            at++;
        }
        return at;
    }

    /** How many starts of this task are cheaper than {@code start}. */
    int rank(int start) {
        return ranks[start];
    }

    /** The cheapest-first starts as a list that costs no memory. */
    List<Integer> startList() {
        return new AbstractList<>() {
            @Override
            public Integer get(int i) {
                return starts[i];
            }

            @Override
            public int size() {
                return starts.length;
            }
        };
    }
}
