package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.language.Bilingual;
import org.jspecify.annotations.Nullable;

/** Where the rules write what they claim about one question. Rules only add; what the claims come to is worked out in Java. */
public final class Claims {

    private final List<Entry> entries = new ArrayList<>(4);

    /** A claim whose reason stands in its table row. */
    public void add(String rule, Object outcome) {
        entries.add(new Entry(rule, outcome, null));
    }

    /** A claim of a rule that stands in no table, with its reason in both languages. */
    public void add(String rule, Object outcome, String ja, String en) {
        entries.add(new Entry(rule, outcome, new Bilingual(ja, en)));
    }

    List<Entry> entries() {
        return entries;
    }

    record Entry(String rule, Object outcome, @Nullable Bilingual reason) {
    }
}
