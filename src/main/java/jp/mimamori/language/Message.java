package jp.mimamori.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence not yet spoken: its key and arguments, told in the reader's language by {@link #in}.
 *
 * @param wording the bundle that holds the sentence
 * @param key     its key there
 * @param args    what fills its blanks: texts, numbers, dates, enums or further messages
 */
public record Message(Wording wording, String key, List<Object> args) {

    public Message {
        args = List.copyOf(args);
    }

    /** The sentence in {@code language}. */
    public String in(Language language) {
        return wording.text(language, key, args.toArray());
    }

    // written out, because they are compared in every row: the generated ones are slow until the optimising compiler has seen them
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message that && wording == that.wording && key.equals(that.key) && args.equals(that.args);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + args.hashCode();
    }
}
