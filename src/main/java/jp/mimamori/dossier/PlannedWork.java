package jp.mimamori.dossier;

import java.time.LocalDateTime;
import java.util.List;
import jp.mimamori.language.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A task of a plan, with its window or with the reasons why it has none.
 *
 * @param task      the task's number in the plan
 * @param start     local time of the hospital; null where it has no window
 * @param end       exclusive; null exactly where {@code start} is
 * @param tentative 仮: the maker has not approved of the patch in writing yet
 * @param late      whether it ends after the date that binds
 * @param why       why here, or why not at all and what would place it; the strongest first
 * @param link      the page that shows it in the plan; null where there is none
 */
public record PlannedWork(String task, @Nullable LocalDateTime start, @Nullable LocalDateTime end, boolean tentative, boolean late,
        List<Bilingual> why, @Nullable String link) {

    public PlannedWork {
        why = List.copyOf(why);
        if ((start == null) != (end == null) || start != null && end != null && !start.isBefore(end)) {
            throw new IllegalArgumentException("no window: " + start + "–" + end);
        }
    }

    public boolean isPlaced() {
        return start != null;
    }
}
