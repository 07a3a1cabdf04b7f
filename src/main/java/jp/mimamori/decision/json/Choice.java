package jp.mimamori.decision.json;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A closed list of words, found by the characters of a token: no string is made of it. */
final class Choice<E extends Enum<E>> {

    private final E[] values;
    private final char[][] names;

    Choice(Class<E> type) {
        this.values = type.getEnumConstants();
        this.names = Arrays.stream(values).map(value -> value.name().toCharArray()).toArray(char[][]::new);
    }

    List<String> names() {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** The value that the current token, a string, names; null where there is none. */
    @Nullable E find(JsonParser json) {
        char[] text = json.getStringCharacters();
        int from = json.getStringOffset();
        int to = from + json.getStringLength();
        for (int i = 0; i < names.length; i++) {
            if (Arrays.equals(names[i], 0, names[i].length, text, from, to)) {
                return values[i];
            }
        }
        return null;
    }
}
