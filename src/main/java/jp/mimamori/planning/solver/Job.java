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
    final Crew[] crews;
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

    Job(int index, PatchTask task, int device, int site, int group, int vendor, Crew[] crews) {
        this.index = index;
        this.task = task;
        this.device = device;
        this.site = site;
        this.group = group;
        this.vendor = vendor;
        this.duration = task.duration();
        this.risk = task.risk();
        this.crews = crews;
    }

    boolean pinned() {
        return task.pinned();
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
