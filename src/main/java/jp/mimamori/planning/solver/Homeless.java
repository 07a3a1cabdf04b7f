package jp.mimamori.planning.solver;

/** Tasks that could have a window and have none, kept so that one can be drawn at random. */
final class Homeless {

    /** Indexes of tasks, in the first {@code count} places, and each one's place. */
    private final int[] jobs;
    private final int[] at;
    private int count;

    Homeless(int most) {
        jobs = new int[most];
        at = new int[most];
    }

    int count() {
        return count;
    }

    /** The index of one of them, in no order. */
    int job(int position) {
        return jobs[position];
    }

    void add(int job) {
        at[job] = count;
        jobs[count++] = job;
    }

    void remove(int job) {
        int last = jobs[--count];
        jobs[at[job]] = last;
        at[last] = at[job];
    }
}
