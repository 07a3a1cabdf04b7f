package jp.mimamori.policy.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.table.Control;
import jp.mimamori.decision.table.Input;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/** Values in the words the sheets use for them, in both languages. */
final class Words {

    private static final Wording WORDS = Wording.of(Words.class);

    private Words() {
    }

    static Bilingual both(Function<Language, String> text) {
        return new Bilingual(text.apply(Language.JA), text.apply(Language.EN));
    }

    static Bilingual say(String key, Object... args) {
        return both(language -> WORDS.text(language, key, args));
    }

    static Bilingual label(Enum<?> value) {
        return both(language -> Wording.label(language, value));
    }

    static Bilingual days(@Nullable Integer days) {
        return days == null ? say("none") : say("days", days);
    }

    static Bilingual codes(Collection<String> codes) {
        return codes.isEmpty() ? say("none") : list(codes.stream().map(code -> new Bilingual(code, code)).toList());
    }

    /** 確定, or 暫定 with the range that is open. */
    static Bilingual certainty(Decision decision) {
        return decision.provisional() ? say("provisional", decision.lowest(), decision.highest()) : say("confirmed");
    }

    /** What a row asks of an input: {@code *}, {@code ≥ 重大}, {@code ≠ なし}, or its words one after the other. */
    static Bilingual condition(Input input, @Nullable Set<Enum<?>> admitted) {
        List<Enum<?>> all = input == Input.PATCH || input == Input.COST ? input.all() : input.known();
        if (admitted == null || admitted.containsAll(all)) {
            return new Bilingual("*", "*");
        }
        List<Enum<?>> values = all.stream().filter(admitted::contains).toList();
        List<Enum<?>> known = input.known();
        if (input.ordered() && values.size() > 1) {
            if (values.equals(known.subList(known.size() - values.size(), known.size()))) {
                return signed("≥ ", values.get(0));
            }
            if (values.equals(known.subList(0, values.size()))) {
                return signed("≤ ", values.get(values.size() - 1));
            }
        }
        if (values.size() > 1 && values.size() == all.size() - 1) {
            return signed("≠ ", all.stream().filter(value -> !admitted.contains(value)).findFirst().orElseThrow());
        }
        return list(values.stream().map(Words::label).toList());
    }

    private static Bilingual signed(String sign, Enum<?> value) {
        return both(language -> sign + Wording.label(language, value));
    }

    /** What a row answers: a word, a number, controls with their names, or － for none. */
    static Bilingual answer(@Nullable Object answer, Map<String, Control> controls) {
        if (answer == null) {
            return say("none");
        }
        if (answer instanceof Enum<?> word) {
            return label(word);
        }
        if (answer instanceof String codes) {
            List<Bilingual> named = new ArrayList<>();
            for (String code : codes.split("\\|")) {
                Control control = controls.get(code);
                named.add(control == null ? new Bilingual(code, code)
                        : both(language -> code + " " + control.name().in(language)));
            }
            return both(language -> named.stream().map(name -> name.in(language))
                    .collect(Collectors.joining(WORDS.text(language, "or"))));
        }
        return new Bilingual(answer.toString(), answer.toString());
    }

    /** A limit on overrides: a number, a word, or several words of which one is enough. */
    static Bilingual term(Object value) {
        if (value instanceof Collection<?> words) {
            return list(words.stream().map(word -> label((Enum<?>) word)).toList());
        }
        return answer(value, Map.of());
    }

    static Bilingual list(List<Bilingual> texts) {
        return both(language -> texts.stream().map(text -> text.in(language))
                .collect(Collectors.joining(WORDS.text(language, "and"))));
    }
}
