package jp.mimamori.pages;

import java.util.List;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;

/** Speaks a page's words in the reader's language; templates know it as {@code say}. */
public final class Say {

    private final Language language;

    Say(Language language) {
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /** {@code ja} or {@code en}. */
    public String code() {
        return language.locale().getLanguage();
    }

    /** The sentence {@code key}; keys of a page's own room are written {@code access:signIn.title}, those of the frame without a room. */
    public String text(String key, Object... args) {
        int colon = key.indexOf(':');
        String room = colon < 0 ? "pages" : key.substring(0, colon) + "/web";
        return Wording.at("/jp/mimamori/" + room + "/messages").text(language, key.substring(colon + 1), args);
    }

    /** A message of the domain, such as a reason or a problem. */
    public String message(Message message) {
        return message.in(language);
    }

    public String label(Enum<?> value) {
        return Wording.label(language, value);
    }

    /** The languages there are, to choose from. */
    public List<Language> languages() {
        return List.of(Language.values());
    }
}
