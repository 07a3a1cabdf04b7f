package jp.mimamori.intake.mapping;

/**
 * What a word means in a closed list.
 *
 * @param field   our field, {@code safety}
 * @param word    the word in the sheet, {@code A}
 * @param meaning a word that the vocabulary knows for what is meant, {@code 重大}
 */
public record ValueWord(String field, String word, String meaning) {
}
