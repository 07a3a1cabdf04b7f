package jp.mimamori.hospital.deciding;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Predicate;

/** Ids of rows: as the command line gives them, each once in a run. */
final class Ids {

    private static final int LONGEST = 700;
    private static final int KEPT = 600;

    private Ids() {
    }

    /** {@code id}, or the first of {@code id~2}, {@code id~3} … that nobody has. */
    static String free(String id, Predicate<String> taken) {
        String free = id;
        for (int copy = 2; taken.test(free); copy++) {
            free = id + "~" + copy;
        }
        return free;
    }

    /** What no column would hold is cut, and told apart by what was cut off. */
    static String within(String id) {
        return id.length() <= LONGEST ? id
                : id.substring(0, KEPT) + "~" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
