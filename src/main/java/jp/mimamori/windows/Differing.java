package jp.mimamori.windows;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * One task whose window is another one than the published.
 *
 * @param from the published start; null where it had none
 * @param to   the start in the draft; null where it has none
 */
public record Differing(String task, Bilingual label, @Nullable LocalDateTime from, @Nullable LocalDateTime to, Message why) {

    private static final Wording WORDS = Wording.of(Differing.class);

    /** Every difference of {@code draft} to {@code published}, in the order of the draft's tasks, then what is gone. */
    public static List<Differing> between(Desk published, Desk draft) {
        Map<String, LocalDateTime> before = new HashMap<>();
        for (Placement window : published.placements()) {
            before.put(window.task(), published.problem().time(window.start()));
        }
        Map<String, Schedule.Moved> known = new HashMap<>();
        draft.content().schedule().changes().forEach(change -> known.put(change.task(), change));
        Map<String, String> movers = new HashMap<>();
        draft.moves().forEach(move -> movers.put(move.task(), move.by()));
        List<Differing> all = new ArrayList<>();
        Set<String> met = new HashSet<>();
        Problem problem = draft.problem();
        for (Problem.PatchTask task : problem.tasks()) {
            String id = task.id();
            String old = before.containsKey(id) || published.has(id) ? id : id + Problem.PatchTask.TENTATIVE;
            met.add(old);
            Placement window = draft.window(id);
            LocalDateTime was = before.get(old);
            LocalDateTime is = window == null ? null : problem.time(window.start());
            if (!Objects.equals(was, is)) {
                all.add(new Differing(id, problem.labels().task(id), was, is, why(id, was, window, known.get(id), movers.get(id), published.has(old))));
            }
        }
        for (Placement window : published.placements()) {
            if (!met.contains(window.task())) {
                all.add(new Differing(window.task(), published.problem().labels().task(window.task()), before.get(window.task()), null,
                        WORDS.message("differs.gone")));
            }
        }
        return all;
    }

    private static Message why(String task, @Nullable LocalDateTime was, @Nullable Placement window, Schedule.@Nullable Moved known,
            @Nullable String mover, boolean old) {
        if (mover != null) {
            return WORDS.message("differs.hand", mover);
        }
        if (known != null && Objects.equals(known.to(), window == null ? null : window.start())) {
            return known.why();
        }
        return WORDS.message(was == null && !old ? "differs.added" : window == null ? "differs.dropped" : "differs.new");
    }
}
