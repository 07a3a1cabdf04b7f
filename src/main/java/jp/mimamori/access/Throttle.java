package jp.mimamori.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Slows down whoever guesses passwords: after some failures in a row nobody may sign in under that name, or from that address, for a while
 * that doubles with each further failure. Kept where every instance of the service sees it.
 */
public interface Throttle {

    /** So many failures for one account are forgiven. */
    int FORGIVEN = 5;
    Duration FIRST_WAIT = Duration.ofSeconds(30);
    Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** An address may stand for a whole hospital behind one router. */
    int FORGIVEN_TO_AN_ADDRESS = 50;

    /** How long {@code subject} still has to wait at {@code now}; zero where it may try. */
    Duration wait(String subject, Instant now);

    void failed(String subject, int forgiven, Instant now);

    void succeeded(String subject);

    /** The wait after {@code failures} in a row, of which {@code forgiven} cost nothing. */
    static Duration after(int failures, int forgiven) {
        int counted = failures - forgiven;
        if (counted < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(counted, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
