package jp.mimamori.api.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Problems as RFC 9457 has them. */
public final class ProblemJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProblemJson() {
    }

    /** @param number under which the log has more; null where there is no more */
    public static String write(int status, String title, String detail, String instance, @Nullable String number) {
        ObjectNode json = MAPPER.createObjectNode().put("type", "about:blank").put("title", title).put("status", status).put("detail", detail)
                .put("instance", instance);
        if (number != null) {
            json.put("number", number);
        }
        return MAPPER.writeValueAsString(json);
    }
}
