package jp.mimamori.intake.feed.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A feed in JSON, streamed: the fields of its entries that matter, as text.
 *
 * @param kev     whether it is CISA's catalogue ({@code vulnerabilities}); else EPSS ({@code data}, or a bare list of scores)
 * @param date    {@code dateReleased} or {@code date} of the whole; null where there is none
 * @param count   how many entries it says it has; null where it does not say
 * @param entries {@code cveID}/{@code cve}, {@code epss} and {@code date} of every entry
 */
public record JsonFeed(boolean kev, @Nullable String date, @Nullable Integer count, List<Map<String, String>> entries) {

    private static final Set<String> FIELDS = Set.of("cveID", "cve", "epss", "date");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxStringLength(1_000_000).build())
            .build();

    /** The text is no JSON, or broken off. */
    public static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        private Broken(Exception cause) {
            super(cause);
        }
    }

    /**
     * Reads a feed.
     *
     * @return empty where it is well-formed JSON, but no feed
     */
    public static Optional<JsonFeed> read(InputStream in) throws Broken {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            return json.nextToken() == JsonToken.START_ARRAY ? scores(json) : catalogue(json);
        } catch (JacksonException e) {
            throw new Broken(e);
        }
    }

    private static Optional<JsonFeed> scores(JsonParser json) {
        List<Map<String, String>> entries = entries(json);
        boolean epss = !entries.isEmpty() && entries.get(0).containsKey("epss");
        String date = epss ? entries.get(0).get("date") : null;
        return epss ? Optional.of(new JsonFeed(false, date, null, entries)) : Optional.empty();
    }

    private static Optional<JsonFeed> catalogue(JsonParser json) {
        String date = null;
        Integer count = null;
        List<Map<String, String>> kev = null;
        List<Map<String, String>> epss = null;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            if (token == null) {
                throw new tools.jackson.core.exc.UnexpectedEndOfInputException(json, JsonToken.END_OBJECT, "broken off");
            }
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("vulnerabilities") && value == JsonToken.START_ARRAY) {
                kev = entries(json);
            } else if (name.equals("data") && value == JsonToken.START_ARRAY) {
                epss = entries(json);
            } else if (name.equals("dateReleased") || name.equals("score_date")) {
                date = json.getString();
            } else if (name.equals("count") && value == JsonToken.VALUE_NUMBER_INT) {
                count = json.getIntValue();
            } else {
                json.skipChildren();
            }
        }
        if (kev != null) {
            return Optional.of(new JsonFeed(true, date, count, kev));
        }
        if (epss != null && !epss.isEmpty() && epss.get(0).containsKey("epss")) {
            return Optional.of(new JsonFeed(false, date != null ? date : epss.get(0).get("date"), null, epss));
        }
        return Optional.empty();
    }

    private static List<Map<String, String>> entries(JsonParser json) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                throw new tools.jackson.core.exc.UnexpectedEndOfInputException(json, JsonToken.END_ARRAY, "broken off");
            }
            Map<String, String> entry = new HashMap<>();
            while (token == JsonToken.START_OBJECT && json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (FIELDS.contains(name) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    entry.put(name, json.getString());
                } else {
                    json.skipChildren();
                }
            }
            entries.add(entry);
        }
        return entries;
    }
}
