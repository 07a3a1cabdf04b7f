package jp.mimamori.planning.timetable;

/** The tasks that could have a window and have none: put in, taken out and picked at random without looking through them. */
final class Homeless {

    private final int[] jobs;
    private final int[] at;
    private int count;

    Homeless(int tasks) {
        jobs = new int[tasks];
        at = new int[tasks];
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

    int count() {
        return count;
    }

    /** One of them, in no order. */
    int get(int position) {
        return jobs[position];
    }
}
