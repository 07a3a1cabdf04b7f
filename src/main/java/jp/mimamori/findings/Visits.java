package jp.mimamori.findings;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Who was here when. */
public interface Visits {

    /** Whoever looks again before this has passed is still on the same visit. */
    Duration SAME_VISIT = Duration.ofMinutes(30);

    /** Notes that {@code account} sees {@code counts} now, and tells of its visit before; empty on the first. */
    Optional<Visit> seen(String account, Instant now, Map<String, Integer> counts);
}
