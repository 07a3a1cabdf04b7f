package jp.mimamori.jobs;

import java.time.Duration;

/** Something small that is done again and again, by one instance of the service at a time. A bean of any module is found. */
public interface Chore {

    /** Unique, and the same for ever. */
    String name();

    /** How long to wait after it was done. */
    Duration every();

    void run();
}
