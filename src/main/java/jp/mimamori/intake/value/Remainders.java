package jp.mimamori.intake.value;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.mimamori.intake.value.Words.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * Whether what stands beside a word leaves its meaning standing: 完了（9/18）is done, 完了（1台目のみ）is not; なし（停止時は重大）
 * is not none. Only words that close a row, end a device or make a risk smaller are judged: the others may say more as they like.
 */
final class Remainders {

    /** Words that take a row or a device out of sight. */
    private static final Map<String, Set<String>> CLOSING = Map.of("status", Set.of("DONE", "OUT_OF_SCOPE"),
            "device_status", Set.of("DISPOSED"));
    /** Values that an unknown weighs more than (or, for a patch, that let the hospital do something else). */
    private static final Map<String, Set<String>> SOFT = Map.of("safety", Set.of("NEGLIGIBLE", "MINOR"),
            "exploitation", Set.of("NONE", "EPSS_ELEVATED"), "leak", Set.of("NONE", "PHI_LIMITED"), "yesno", Set.of("NO"),
            "patch", Set.of("PATCH_APPROVED", "PATCH_PLANNED", "NO_PATCH"));
    private static final Set<String> RANKED = Set.of("safety", "exploitation", "leak");

    private static final Pattern DATE = Pattern.compile(
            "(?:(?:19|20)\\d{2}|(?:令和|平成|昭和|(?<![a-z])[rhs])(?:\\d{1,2}|元))[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2})?[月日]?"
                    + "|\\d{1,2}[/月]\\d{1,2}日?|(?:19|20)\\d{6}|\\d{1,2}:\\d{2}");
    private static final Pattern DEPARTMENT = Pattern.compile(
            "[\\p{IsHan}\\p{IsKatakana}ーa-z]{1,10}(?:課|部|室|係|科|班|センタ|委員会|技士|技師|看護師|氏|様|さん)");
    private static final Pattern VERSION = Pattern.compile("(?:ver\\.?|version|v)\\d{1,4}(?:\\.\\d{1,6}){0,4}");
    private static final Pattern MARKS = Pattern.compile("[()\\[\\]【】:;,、。・/\\s-]+");

    private final Words words;

    Remainders(Words words) {
        this.words = words;
    }

    /**
     * What is left of a meaning.
     *
     * @param value the value that counts; null where it is unknown
     * @param note  what to ask; null where nothing
     */
    record Verdict<E>(@Nullable E value, @Nullable Note note) {
    }

    <E extends Enum<E>> Verdict<E> judge(String kind, String text, Meaning meaning, E value, Class<E> type) {
        String rest = meaning.rest();
        if (rest.isEmpty() || isHarmless(rest)) {
            return new Verdict<>(value, null);
        }
        if (CLOSING.getOrDefault(kind, Set.of()).contains(value.name())) {
            return new Verdict<>(null, Remark.NOT_CLOSED.on(text));
        }
        boolean soft = SOFT.getOrDefault(kind, Set.of()).contains(value.name());
        if (!soft && !RANKED.contains(kind)) {
            return new Verdict<>(value, null);
        }
        Words.Beside beside = words.beside(kind, rest);
        if (kind.equals("patch")) {
            String patch = patch(value.name(), beside, rest);
            return patch == null ? new Verdict<>(null, Remark.DOUBTFUL.on(text)) : new Verdict<>(Enum.valueOf(type, patch), null);
        }
        E worst = RANKED.contains(kind) ? worst(value, beside, type) : value;
        if (worst != value) {
            return new Verdict<>(worst, Remark.WORSE_COUNTS.on(text));
        }
        boolean contradicted = beside.values().contains("UNKNOWN") || kind.equals("yesno") && beside.values().contains("YES");
        boolean unsettled = contradicted || beside.doubt() || rest.startsWith("→");
        return soft && unsettled ? new Verdict<>(null, Remark.DOUBTFUL.on(text)) : new Verdict<>(value, null);
    }

    /** Whether a fix is denied or put off (パッチ適用不可のため運用で対応). */
    boolean deniesFix(String text) {
        return words.holdsBeside("treatment", text);
    }

    private static <E extends Enum<E>> E worst(E value, Words.Beside beside, Class<E> type) {
        E worst = value;
        for (String other : beside.values()) {
            E named = Enum.valueOf(type, other);
            if (!other.equals("UNKNOWN") && named.compareTo(worst) > 0) {
                worst = named;
            }
        }
        return worst;
    }

    private static @Nullable String patch(String value, Words.Beside beside, String rest) {
        Set<String> others = beside.values();
        boolean unsettled = rest.startsWith("→") || others.contains("UNKNOWN");
        return switch (value) {
            case "PATCH_APPROVED" -> unsettled || others.contains("NO_PATCH") ? null
                    : others.contains("PATCH_NOT_APPROVED") ? "PATCH_NOT_APPROVED"
                    : others.contains("PATCH_PLANNED") ? "PATCH_PLANNED" : beside.doubt() ? null : value;
            case "PATCH_PLANNED" -> unsettled || others.contains("PATCH_APPROVED") ? null : value;
            default -> unsettled || others.contains("PATCH_APPROVED") || others.contains("PATCH_NOT_APPROVED") ? null
                    : others.contains("PATCH_PLANNED") ? "PATCH_PLANNED" : beside.doubt() ? null : value;
        };
    }

    private boolean isHarmless(String rest) {
        Words.Beside open = words.beside("remainder", rest);
        if (open.doubt() || open.values().contains("OPEN")) {
            return false;
        }
        String left = DATE.matcher(VERSION.matcher(rest).replaceAll(" ")).replaceAll(" ");
        left = DEPARTMENT.matcher(words.without("remainder", left)).replaceAll(" ");
        return MARKS.splitAsStream(left.replace('\u0000', ' ')).allMatch(part -> part.isEmpty() || words.isOne("remainder", "NAME", part));
    }
}
