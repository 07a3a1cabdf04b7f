package jp.mimamori.language;

/** A text that was written in both languages, such as a reason in a decision table. */
public record Bilingual(String ja, String en) {

    public String in(Language language) {
        return language == Language.JA ? ja : en;
    }
}
