package jp.mimamori.decision.drools;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jp.mimamori.decision.table.Input;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;

/**
 * Speaks the sentences of this room in one language. The bundle's patterns are taken apart once: a stream of a million
 * findings needs a few sentences each, and parsing a pattern costs more than deciding.
 */
final class Voice {

    private static final Wording WORDS = Wording.of(Voice.class);
    private static final char BLANK = '\u0001';

    private static final Voice JA = new Voice(Language.JA);
    private static final Voice EN = new Voice(Language.EN);

    private final Language language;
    private final Map<String, String[]> sentences = new ConcurrentHashMap<>();
    private final Map<Enum<?>, String> labels = new ConcurrentHashMap<>();

    private Voice(Language language) {
        this.language = language;
    }

    static Voice of(Language language) {
        return language == Language.JA ? JA : EN;
    }

    /** One text in both languages. */
    static Bilingual both(Function<Voice, String> text) {
        return new Bilingual(text.apply(JA), text.apply(EN));
    }

    Language language() {
        return language;
    }

    /** What people call a value, or an input of the tables. */
    String label(Enum<?> value) {
        return labels.computeIfAbsent(value, key -> key instanceof Input input ? input.label().in(language)
                : Wording.label(language, key));
    }

    String list(List<String> parts) {
        return String.join(say("list"), parts);
    }

    /** The sentence {@code key} with its blanks filled. */
    String say(String key, String... blanks) {
        String[] parts = sentences.computeIfAbsent(key, this::parts);
        StringBuilder text = new StringBuilder(80);
        for (int i = 0; i < parts.length; i++) {
            // texts and numbers of blanks take turns
            text.append(i % 2 == 0 ? parts[i] : blanks[Integer.parseInt(parts[i])]);
        }
        return text.toString();
    }

    private String[] parts(String key) {
        Object[] marks = new Object[4];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = BLANK + String.valueOf(i) + BLANK;
        }
        return WORDS.text(language, key, marks).split(String.valueOf(BLANK), -1);
    }
}
