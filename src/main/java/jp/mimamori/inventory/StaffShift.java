package jp.mimamori.inventory;

import java.time.LocalDateTime;
import java.util.Set;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff works in {@code [from, to)}, local time of the hospital.
 *
 * @param person   the name or number as the sheet writes it
 * @param role     the job as the sheet writes it (臨床工学技士, 診療放射線技師, 情報システム …); null where it does not say
 * @param skills   further skills as the sheet writes them
 * @param facility the site; null where the sheet does not say
 * @param maxNights nights of work in any seven that are asked of them at most, 0–7; null where the sheet does not say
 */
public record StaffShift(String person, @Nullable String role, Set<String> skills, @Nullable String facility,
        LocalDateTime from, LocalDateTime to, @Nullable Integer maxNights, Source source) {

    public StaffShift {
        skills = Set.copyOf(skills);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }

    /** A shift of somebody whose sheet says nothing of nights. */
    public StaffShift(String person, @Nullable String role, Set<String> skills, @Nullable String facility, LocalDateTime from,
            LocalDateTime to, Source source) {
        this(person, role, skills, facility, from, to, null, source);
    }
}
