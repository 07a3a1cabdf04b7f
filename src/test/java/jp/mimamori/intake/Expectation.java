package jp.mimamori.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a reading with what a case expects of it: only what the case names, by the rules of the cases' own README. */
final class Expectation {

    private final JsonNode expected;
    private final JsonNode actual;
    private final List<String> differences;

    Expectation(JsonNode expected, JsonNode actual, List<String> differences) {
        this.expected = expected;
        this.actual = actual;
        this.differences = differences;
    }

    void compare() {
        for (JsonNode file : expected.path("sources")) {
            for (JsonNode sheet : file.get("sheets")) {
                JsonNode found = null;
                for (JsonNode source : actual.get("sources")) {
                    for (JsonNode other : source.get("sheets")) {
                        if (text(source.get("file")).equals(text(file.get("file")))
                                && (!sheet.has("name") || text(other.get("name")).equals(text(sheet.get("name"))))) {
                            found = other;
                        }
                    }
                }
                fields("sheet " + sheet.path("name"), sheet, found, List.of("name"));
            }
        }
        items("devices");
        items("findings");
        for (JsonNode absent : expected.path("absent")) {
            for (String kind : List.of("devices", "findings")) {
                for (JsonNode item : actual.get(kind)) {
                    if (stands(absent, item.get("source"))) {
                        differences.add("should not be there: " + item);
                    }
                }
            }
        }
        issues();
    }

    private void items(String kind) {
        for (JsonNode item : expected.path(kind)) {
            JsonNode found = null;
            for (JsonNode other : actual.get(kind)) {
                boolean here = item.has("match")
                        ? text(item.get("id")).equals(text(other.get("id"))) && stands(item.get("source"), other.get("source"))
                        : stands(item.get("source"), other.get("source"));
                found = here ? other : found;
            }
            if (found != null || !item.path("optional").asBoolean(false)) {
                fields(kind + " " + item.get("source"), item, found, List.of("source", "match", "optional", "about"));
            }
        }
    }

    private void issues() {
        for (JsonNode issue : expected.path("issues")) {
            boolean told = false;
            for (JsonNode other : actual.get("issues")) {
                told |= stands(issue, other) && oneOf(issue.path("severity"), other.get("severity"))
                        && (!issue.has("cell") && !issue.has("column")
                                || issue.has("cell") && oneOf(issue.get("cell"), other.get("cell"))
                                || issue.has("column") && oneOf(issue.get("column"), other.get("column")));
            }
            if (!told) {
                differences.add("no issue: " + issue);
            }
        }
        for (JsonNode quiet : expected.path("noIssues")) {
            for (JsonNode row : quiet.get("rows")) {
                for (JsonNode other : actual.get("issues")) {
                    if (other.path("row").asInt(0) == row.asInt() && stands(quiet, other)
                            && oneOf(quiet.path("severity"), other.get("severity"))) {
                        differences.add("unexpected issue: " + other);
                    }
                }
            }
        }
    }

    private static boolean stands(JsonNode place, JsonNode at) {
        return (!place.has("file") || text(place.get("file")).equals(text(at.get("file"))))
                && (!place.has("sheet") || text(place.get("sheet")).equals(text(at.get("sheet"))))
                && (!place.has("row") || fits(place.get("row"), at.get("row")));
    }

    private static boolean oneOf(JsonNode allowed, JsonNode value) {
        if (allowed.isMissingNode()) {
            return true;
        }
        if (!allowed.isArray()) {
            return text(allowed).equals(text(value));
        }
        for (JsonNode one : allowed) {
            if (text(one).equals(text(value))) {
                return true;
            }
        }
        return false;
    }

    private void fields(String where, JsonNode wanted, @Nullable JsonNode found, List<String> except) {
        if (found == null) {
            differences.add("missing: " + where);
            return;
        }
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (except.contains(field.getKey())) {
                continue;
            }
            JsonNode value = found.path(field.getKey());
            if (field.getValue().isObject() && !isOperator(field.getValue())) {
                fields(where + "." + field.getKey(), field.getValue(), value, List.of());
            } else if (!fits(field.getValue(), value)) {
                differences.add(where + "." + field.getKey() + ": " + field.getValue() + " but was " + value);
            }
        }
    }

    private static boolean isOperator(JsonNode node) {
        return node.propertyNames().stream().anyMatch(name -> name.startsWith("$"));
    }

    /** Whether {@code value} is what {@code wanted} says, which may be a value or an operator. */
    static boolean fits(JsonNode wanted, JsonNode value) {
        if (!wanted.isObject()) {
            return wanted.isNull() || wanted.isArray() ? isBlank(wanted) && isBlank(value) || sameList(wanted, value)
                    : !isBlank(value) && text(wanted).equals(text(value));
        }
        for (Map.Entry<String, JsonNode> operator : wanted.properties()) {
            JsonNode operand = operator.getValue();
            boolean fits = switch (operator.getKey()) {
                case "$in" -> anyFits(operand, value);
                case "$not" -> operand.isArray() ? !anyFits(operand, value) : !fits(operand, value);
                case "$startsWith" -> text(value).startsWith(text(operand));
                case "$contains" -> value.isArray() ? anyFits(value, operand) : text(value).contains(text(operand));
                case "$range" -> value.asDouble() >= operand.get(0).asDouble() && value.asDouble() <= operand.get(1).asDouble();
                case "$vector" -> metrics(operand).equals(metrics(value));
                case "$any" -> !isBlank(value);
                default -> throw new IllegalArgumentException(operator.getKey());
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyFits(JsonNode many, JsonNode value) {
        for (JsonNode one : many) {
            if (fits(one, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameList(JsonNode wanted, JsonNode value) {
        if (!wanted.isArray() || !value.isArray() || wanted.size() != value.size()) {
            return false;
        }
        List<String> a = new ArrayList<>();
        List<String> b = new ArrayList<>();
        wanted.forEach(n -> a.add(text(n)));
        value.forEach(n -> b.add(text(n)));
        return a.stream().sorted().toList().equals(b.stream().sorted().toList());
    }

    private static boolean isBlank(JsonNode node) {
        return node.isNull() || node.isMissingNode() || node.isArray() && node.isEmpty() || node.isString() && text(node).isEmpty();
    }

    private static List<String> metrics(JsonNode vector) {
        return Arrays.stream(text(vector).replaceFirst("^CVSS:\\d\\.\\d/", "").split("/")).sorted().toList();
    }

    private static String text(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return "";
        }
        String plain = node.isNumber() ? String.valueOf(node.asDouble()) : node.asString();
        return Normalizer.normalize(plain, Normalizer.Form.NFKC).replaceAll("\\s", "")
                .replaceAll("[\\u2010-\\u2015\\u2212\\u30fc\\u2500\\u2501]", "-");
    }
}
