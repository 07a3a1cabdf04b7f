package jp.mimamori.jobs.json;

import java.util.Locale;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sentence as a job keeps it, {@code {"ja": …, "en": …}}: whoever reads it later has the language of their own. */
public final class ToldJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ToldJson() {
    }

    public static String write(Message message) {
        ObjectNode both = MAPPER.createObjectNode();
        for (Language language : Language.values()) {
            both.put(name(language), message.in(language));
        }
        return MAPPER.writeValueAsString(both);
    }

    /** The sentence in {@code language}; the text itself where it is not one of ours. */
    public static String read(String json, Language language) {
        try {
            return MAPPER.readTree(json).path(name(language)).asString(json);
        } catch (JacksonException e) {
            return json;
        }
    }

    private static String name(Language language) {
        return language.locale().getLanguage().toLowerCase(Locale.ROOT);
    }
}
