package jp.mimamori.planning.reasons;

import java.util.Map;
import java.util.Set;
import jp.mimamori.language.Message;
import jp.mimamori.planning.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a plan's past when its changes are explained.
 *
 * @param revision null where only the tasks' {@code previous} is known
 * @param broken   each published window that is impossible now, and what stands against it
 * @param room     windows that had to make room, and for which task
 */
public record Circumstances(@Nullable Revision revision, Map<String, Message> broken, Map<String, Set<String>> room) {

    public static final Circumstances NONE = new Circumstances(null, Map.of(), Map.of());

    public Circumstances makingRoom(Map<String, Set<String>> more) {
        return new Circumstances(revision, broken, more);
    }
}
