package jp.mimamori.language;

import java.util.Locale;

/** A language Mimamori speaks completely. Japanese comes first. */
public enum Language {
    JA(Locale.JAPANESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale that numbers and dates of this language are written in. */
    public Locale locale() {
        return locale;
    }

    /** English for an English locale, Japanese for every other one. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : JA;
    }
}
