package jp.mimamori.planning.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes typed values out of one JSON object, collecting an issue with its path for each that is missing or mistyped. */
final class Fields {

    private static final Wording WORDS = Wording.of(Fields.class);
    private static final int MOST_ISSUES = 200;

    private final String path;
    private final JsonNode node;
    private final String file;
    private final List<Issue> issues;

    Fields(String path, JsonNode node, String file, List<Issue> issues) {
        this.path = path;
        this.node = node;
        this.file = file;
        this.issues = issues;
        if (!node.isObject()) {
            wrong(path, node, "an object");
        }
    }

    String text(String field) {
        JsonNode value = required(field);
        return value == null ? "" : text(at(field), value);
    }

    @Nullable String textOrNull(String field) {
        JsonNode value = required(field, true);
        return value == null || value.isNull() ? null : text(at(field), value);
    }

    /** Like {@link #textOrNull}, but the field may be left out. */
    @Nullable String textIfAny(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : text(at(field), value);
    }

    int number(String field) {
        JsonNode value = required(field);
        return value == null ? 0 : number(at(field), value);
    }

    /** Like {@link #number}, but the field may be left out or null. */
    @Nullable Integer numberIfAny(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : (Integer) number(at(field), value);
    }

    /** Like {@link #number}, but 0 where the field is left out. */
    int numberOrZero(String field) {
        return node.has(field) ? number(field) : 0;
    }

    /** Like {@link #big}, but 0 where the field is left out. */
    long bigOrZero(String field) {
        return node.has(field) ? big(field) : 0;
    }

    /** Like {@link #intervals}, but none where the field is left out. */
    List<Interval> intervalsIfAny(String field) {
        return node.has(field) ? intervals(field) : List.of();
    }

    @Nullable Integer numberOrNull(String field) {
        JsonNode value = required(field, true);
        return value == null || value.isNull() ? null : (Integer) number(at(field), value);
    }

    long big(String field) {
        JsonNode value = required(field);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
            wrong(at(field), value, "a whole number");
            return 0;
        }
        return value == null ? 0 : value.longValue();
    }

    boolean flag(String field) {
        JsonNode value = required(field);
        if (value != null && !value.isBoolean()) {
            wrong(at(field), value, "true or false");
            return false;
        }
        return value != null && value.booleanValue();
    }

    List<String> texts(String field) {
        return list(field, this::text);
    }

    int[] numbers(String field) {
        return list(field, this::number).stream().mapToInt(Integer::intValue).toArray();
    }

    List<Interval> intervals(String field) {
        return list(field, this::interval);
    }

    @Nullable Fields object(String field) {
        JsonNode value = required(field);
        return value == null ? null : new Fields(at(field), value, file, issues);
    }

    <T> List<T> list(String field, BiFunction<String, JsonNode, T> element) {
        List<T> result = new ArrayList<>();
        JsonNode value = required(field);
        if (value == null) {
            return result;
        }
        if (!value.isArray()) {
            wrong(at(field), value, "a list");
            return result;
        }
        for (JsonNode each : value) {
            result.add(element.apply(at(field) + "[" + result.size() + "]", each));
        }
        return result;
    }

    Interval interval(String where, JsonNode value) {
        if (!value.isArray() || value.size() != 2) {
            wrong(where, value, "[from, to]");
            return new Interval(0, 0);
        }
        return new Interval(number(where + "[0]", value.get(0)), number(where + "[1]", value.get(1)));
    }

    private String text(String where, JsonNode value) {
        if (!value.isString()) {
            wrong(where, value, "a text");
            return "";
        }
        return value.stringValue();
    }

    private int number(String where, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            wrong(where, value, "a whole number");
            return 0;
        }
        return value.intValue();
    }

    private @Nullable JsonNode required(String field) {
        return required(field, false);
    }

    private @Nullable JsonNode required(String field, boolean nullable) {
        JsonNode value = node.get(field);
        if (value == null) {
            if (node.isObject()) {
                add(issues, "SCHEDULE-003", file, at(field), "", "json.missing", at(field));
            }
            return null;
        }
        if (value.isNull() && !nullable) {
            add(issues, "SCHEDULE-003", file, at(field), "null", "json.missing", at(field));
            return null;
        }
        return value;
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private void wrong(String where, JsonNode value, String wanted) {
        String written = value.toString();
        String shown = written.length() > 60 ? written.substring(0, 60) + "…" : written;
        add(issues, "SCHEDULE-002", file, where, shown, "json.type", where, shown, WORDS.message("json." + wanted.replace(' ', '_')));
    }

    /** Adds an issue, unless there are so many already that one more would help nobody. */
    static void add(List<Issue> issues, String code, String file, String path, String value, String key, Object... args) {
        if (issues.size() < MOST_ISSUES) {
            issues.add(new Issue(code, Severity.ERROR, file.isEmpty() ? Place.NOWHERE : Place.file(file),
                    path.isEmpty() ? null : path, value.isEmpty() ? null : value, WORDS.message(key, args)));
        }
    }
}
