package jp.mimamori.planning.posing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/** Collects what had to be assumed while a problem was built: one issue a kind, with a count, never a flood. */
final class Assumptions {

    private static final Wording WORDS = Wording.of(Assumptions.class);
    private static final int LISTED = 8;

    private final List<Issue> issues = new ArrayList<>();

    /** An assumption without a place: nothing in the sheets is to blame. */
    void assume(String code, String key, Object... args) {
        add(code, Severity.INFO, Place.NOWHERE, null, null, key, args);
    }

    /** Something in the sheets was not understood, or the plan misses something it needs. */
    void warn(String code, @Nullable Source where, @Nullable String value, String key, Object... args) {
        add(code, Severity.WARNING, where == null ? Place.NOWHERE : Place.row(where), null, value, key, args);
    }

    void add(String code, Severity severity, Place place, @Nullable String column, @Nullable String value, String key,
            Object... args) {
        issues.add(new Issue(code, severity, place, column, value, WORDS.message(key, args)));
    }

    /** All of them, by code. */
    List<Issue> issues() {
        return issues.stream().sorted(Comparator.comparing(Issue::code)).toList();
    }

    /** A word of ours in both languages. */
    static Bilingual word(String key, Object... args) {
        return new Bilingual(WORDS.text(Language.JA, key, args), WORDS.text(Language.EN, key, args));
    }

    /** The first few names, and how many more there are: {@code A, B, C … (+12)}. */
    static String listed(Collection<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        String first = String.join(", ", distinct.subList(0, Math.min(LISTED, distinct.size())));
        return distinct.size() <= LISTED ? first : first + " … (+" + (distinct.size() - LISTED) + ")";
    }
}
