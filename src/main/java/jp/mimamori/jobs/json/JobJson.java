package jp.mimamori.jobs.json;

import jp.mimamori.jobs.Job;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A job as JSON for pages and programs. */
public final class JobJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JobJson() {
    }

    /**
     * One line.
     *
     * @param link where its result is to be seen; null where nowhere
     */
    public static String write(Job job, Language language, @Nullable String link) {
        return MAPPER.writeValueAsString(json(job, language, link));
    }

    /** The same for a page, with the words it shows. */
    public static String event(Job job, Language language, @Nullable String link, String state, String sentence) {
        return MAPPER.writeValueAsString(json(job, language, link).put("stateWord", state).put("sentence", sentence));
    }

    private static ObjectNode json(Job job, Language language, @Nullable String link) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", job.id()).put("kind", job.kind()).put("state", job.state().name()).put("over", job.state().isOver()).put("by", job.by())
                .put("asked", job.asked().toString()).put("ended", job.ended() == null ? null : job.ended().toString());
        json.put("said", told(job.said(), language)).put("failure", told(job.failure(), language));
        json.put("share", job.share() < 0 ? null : Double.valueOf(job.share())).put("link", link);
        json.set("result", result(job.result()));
        return json;
    }

    private static JsonNode result(@Nullable String result) {
        try {
            return result == null ? MAPPER.nullNode() : MAPPER.readTree(result);
        } catch (JacksonException e) {
            return MAPPER.getNodeFactory().stringNode(result);
        }
    }

    private static @Nullable String told(@Nullable String json, Language language) {
        return json == null ? null : ToldJson.read(json, language);
    }
}
