package jp.mimamori.imports;

import java.util.HashMap;
import java.util.Map;
import jp.mimamori.hospital.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to what an upload asks. What is not answered stays as it is kept.
 *
 * @param groups for {@code DEVICE|台帳.xlsx}: what becomes of what is gone from that file
 * @param rows   for {@code FINDING|id:VT-1}: what becomes of that record
 */
public record Answers(Map<String, Answer> groups, Map<String, Answer> rows) {

    public static final Answers NONE = new Answers(Map.of(), Map.of());

    /** What may be answered. */
    public enum Answer {
        /** What is kept stays. */
        KEEP,
        /** What is gone from the file is closed. */
        CLOSE,
        /** What the file says replaces what is kept. */
        TAKE
    }

    public Answers {
        groups = Map.copyOf(groups);
        rows = Map.copyOf(rows);
    }

    public @Nullable Answer row(Kind kind, String key) {
        return rows.get(kind + "|" + key);
    }

    public @Nullable Answer group(Kind kind, String group) {
        return groups.get(kind + "|" + group);
    }

    /** @param answer null to take the answer back */
    public Answers withRow(Kind kind, String key, @Nullable Answer answer) {
        return new Answers(groups, with(rows, kind + "|" + key, answer));
    }

    /** @param answer null to take the answer back */
    public Answers withGroup(Kind kind, String group, @Nullable Answer answer) {
        return new Answers(with(groups, kind + "|" + group, answer), rows);
    }

    private static Map<String, Answer> with(Map<String, Answer> answers, String name, @Nullable Answer answer) {
        Map<String, Answer> all = new HashMap<>(answers);
        if (answer == null) {
            all.remove(name);
        } else {
            all.put(name, answer);
        }
        return all;
    }
}
