package jp.mimamori.api.web;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.api.json.ApiJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What answers share: pages with links to their neighbours, and entity tags. */
final class Answer {

    static final int MOST = 1000;

    private Answer() {
    }

    /** The part of {@code all} that was asked for. */
    static <T> List<T> part(List<T> all, int page, int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        long from = Math.min(all.size(), (long) page * size);
        return all.subList((int) from, (int) Math.min(all.size(), from + size));
    }

    static ResponseEntity<String> json(String body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** Spring answers 304 itself where the tag is the one that the caller knows. */
    static ResponseEntity<String> tagged(String tag, String body) {
        return ResponseEntity.ok().eTag("\"" + tag + "\"").header(HttpHeaders.CACHE_CONTROL, "private, no-cache").header(HttpHeaders.VARY, "Accept-Language, Authorization")
                .contentType(MediaType.APPLICATION_JSON).body(body);
    }

    static ResponseEntity<String> page(@Nullable String tag, String body, ApiJson.Page page) {
        List<String> links = new ArrayList<>();
        if (page.page() > 0) {
            links.add(link(page.page() - 1, "prev"));
        }
        if ((page.page() + 1L) * page.size() < page.total()) {
            links.add(link(page.page() + 1, "next"));
        }
        ResponseEntity<String> answer = tag == null ? json(body) : tagged(tag, body);
        return links.isEmpty() ? answer : ResponseEntity.status(answer.getStatusCode()).headers(headers -> {
            headers.addAll(answer.getHeaders());
            headers.add(HttpHeaders.LINK, String.join(", ", links));
        }).body(body);
    }

    private static String link(int page, String rel) {
        return "<" + ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("page", page).build().toUriString() + ">; rel=\"" + rel + "\"";
    }
}
