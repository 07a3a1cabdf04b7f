package jp.mimamori.planning.timetable;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import jp.mimamori.planning.Problem.PatchTask;

/** A patch task in dense numbers. An index of -1 means there is none. */
public final class Job {

    private static final char UNKNOWN = Character.MAX_VALUE;

    public final int index;
    public final PatchTask task;
    public final int device;
    public final int site;
    public final int group;
    public final int vendor;
    public final int duration;
    public final long risk;
    /** Grains that must have passed since the end of what it waits for. */
    public final int soak;
    public final Crew[] crews;
    /** Who could take each role. */
    public final int[][] people;
    /** Indexes of the tasks that must end before this one starts, and of those that wait for this one. */
    public int[] before = {};
    public int[] waiting = {};
    /** Indexes of the other tasks on this device, in this redundancy group, of this vendor. */
    public int[] onDevice = {};
    public int[] inGroup = {};
    public int[] ofVendor = {};
    /** Starts at which nothing but other tasks can be in the way. */
    public BitSet allowed = new BitSet();
    /** The same starts, cheapest first. */
    public int[] starts = {};

    /** What each start costs more than the cheapest; {@link Integer#MAX_VALUE} where it does not fit. */
    private int[] extra = {};
    private long cheapest;
    /** The latest of the starts up to each rank. */
    private char[] latest = {};
    private long[] allowedWords = {};
    /** Where each start stands in {@link #starts}; {@link #UNKNOWN} for a start that is not among them. */
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

    public boolean pinned() {
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
        latest = new char[starts.length];
        for (int rank = 0; rank < starts.length; rank++) {
            latest[rank] = (char) Math.max(starts[rank], rank == 0 ? 0 : latest[rank - 1]);
        }
        allowedWords = allowed.toLongArray();
        ranks = new char[cheapestFirst.length == 0 ? 0 : horizon];
        java.util.Arrays.fill(ranks, UNKNOWN);
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
        return rank != UNKNOWN && extra[rank] != Integer.MAX_VALUE ? cheapest + extra[rank] : -1;
    }

    /** The allowed starts, 64 in a word. */
    public long[] allowedWords() {
        return allowedWords;
    }

    /** No start that costs at most {@code cost}, the visit apart, is later. */
    public int latest(long cost) {
        return starts.length == 0 ? -1 : latest[count(cost) - 1];
    }

    /** How many starts cost no more than {@code cost}, the visit apart; at least 1. */
    public int count(long cost) {
        return count(cost, 1, starts.length);
    }

    /**
     * The same, looked for around {@code start}: what is asked for is mostly near what the present start costs, and a search from
     * end to end touches memory all over the list.
     */
    public int count(long cost, int start) {
        long limit = cost - cheapest;
        int near = rank(start) + 1;
        int stride = 8;
        if (extra[near - 1] <= limit) {
            int high = near;
            while (high < starts.length && extra[high - 1] <= limit) {
                near = high;
                high = Math.min(starts.length, high + stride);
                stride *= 4;
            }
            return count(cost, near, high);
        }
        int low = near;
        while (low > 1 && extra[low - 1] > limit) {
            near = low;
            low = Math.max(1, low - stride);
            stride *= 4;
        }
        return count(cost, low, near);
    }

    private int count(long cost, int least, int most) {
        long limit = cost - cheapest;
        int low = least;
        int high = most;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (extra[middle - 1] <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How many starts of this task are cheaper than {@code start}. */
    int rank(int start) {
        return Math.min(ranks[start], starts.length - 1);
    }

    /** The cheapest-first starts as a list that costs no memory. */
    public List<Integer> startList() {
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
