package jp.mimamori.windows.json;

import java.util.Locale;
import jp.mimamori.language.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a job says of itself, {@code {"ja": …, "en": …}}, in its reader's language. */
public final class ToldText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ToldText() {
    }

    /** The text itself where it is not one of both languages. */
    public static String in(String json, Language language) {
        try {
            return MAPPER.readTree(json).path(language.locale().getLanguage().toLowerCase(Locale.ROOT)).asString(json);
        } catch (JacksonException e) {
            return json;
        }
    }
}
