package jp.mimamori.intake.mapping;

import java.util.List;

/** The fields that are closed lists, and the words the vocabulary knows for their values. */
public interface WordMeanings {

    /** The closed lists whose words a mapping file may explain. */
    List<String> fields();

    /** A word for each value of {@code field}. */
    List<String> choices(String field);

    /** Whether {@code word} is understood in {@code field}. */
    boolean understands(String field, String word);
}
