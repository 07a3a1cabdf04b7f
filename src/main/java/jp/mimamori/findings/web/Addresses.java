package jp.mimamori.findings.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.findings.Facet;
import jp.mimamori.findings.FindingQuery;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.KeyPath;

/** Addresses of lists and findings. */
final class Addresses {

    static final String LIST = "/findings";

    private Addresses() {
    }

    /** The parameters of {@code query} as they stand behind the question mark; empty for none. */
    static String question(FindingQuery query, boolean paging) {
        StringBuilder text = new StringBuilder();
        query.parameters(paging).forEach((name, values) -> values.forEach(value -> text.append(text.isEmpty() ? "" : "&").append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString();
    }

    static String list(FindingQuery query) {
        String question = question(query, true);
        return question.isEmpty() ? LIST : LIST + "?" + question;
    }

    /** The list of everything that has these values. */
    static String list(Facet facet, Enum<?>... values) {
        return list(FindingQuery.ALL.with(facet, values));
    }

    static String finding(FindingRow row) {
        return LIST + "/" + KeyPath.of(row.findingKey());
    }

    /** The parameters that stand in {@code question}. */
    static Map<String, List<String>> parameters(String question) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String each : question.isEmpty() ? new String[0] : question.split("&")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                parameters.computeIfAbsent(decoded(each.substring(0, equals)), name -> new ArrayList<>()).add(decoded(each.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // a percent sign of nobody's: as if it were not there
        }
    }
}
