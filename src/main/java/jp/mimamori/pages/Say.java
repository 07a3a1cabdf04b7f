package jp.mimamori.pages;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

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

    /** {@code 2025-10-31（金）}; empty where there is none. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : date + text("date.day", date.getDayOfWeek().getDisplayName(TextStyle.SHORT, language.locale()));
    }

    /** {@code 12,345}. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The class that gives an urgency its colour: {@code out-of-cycle}. */
    public String mark(Enum<?> urgency) {
        return urgency.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The shape that goes with the word and the colour, so that it can be told without them. */
    public String shape(Enum<?> urgency) {
        return text("shape." + urgency.name());
    }

    /** {@code 暫定 保留–早急}: between which urgencies what is not known leaves it. */
    public String range(Enum<?> lowest, Enum<?> highest) {
        return text("provisional.range", lowest, highest);
    }

    /** The languages there are, to choose from. */
    public List<Language> languages() {
        return List.of(Language.values());
    }
}
