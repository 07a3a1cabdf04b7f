package jp.mimamori.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.mimamori.bench.FilledHospital;
import jp.mimamori.service.RunningService;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API from outside, in a running service. */
class ApiTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    @TempDir
    static Path data;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + data + "/mimamori;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        source.setUser("mimamori");
        FilledHospital.fill(source, 20, 120);
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("insert into account (name, full_name) values ('suzuki', '鈴木')").update();
        for (String role : List.of("VIEWER", "CLINICAL_ENGINEER", "IT_SECURITY")) {
            jdbc.sql("insert into account_role (account_id, role) select id, ? from account").param(role).update();
        }
        token(jdbc, "viewer", "VIEWER", Instant.now().plusSeconds(3600), false);
        token(jdbc, "engineer", "CLINICAL_ENGINEER", Instant.now().plusSeconds(3600), false);
        token(jdbc, "director", "DIRECTOR", Instant.now().plusSeconds(3600), false); // its owner is none
        token(jdbc, "expired", "VIEWER", Instant.now().minusSeconds(5), false);
        token(jdbc, "revoked", "VIEWER", Instant.now().plusSeconds(3600), true);
        service = RunningService.start(data, 0, List.of());
        for (int i = 0; i < 600 && get("findings", "viewer").body().contains("\"total\":0"); i++) {
            Thread.sleep(100);
        }
    }

    private static void token(JdbcClient jdbc, String secret, String role, Instant expires, boolean revoked) throws Exception {
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        jdbc.sql("insert into api_token (name, owner, prefix, sha256, roles, created_millis, expires_millis, revoked) values (?, 'suzuki', ?, ?, ?, 0, ?, ?)")
                .params(secret, secret, sha256, role, expires.toEpochMilli(), revoked).update();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static HttpResponse<String> send(String method, String path, String token, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.address().resolve(path)).method(method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return send("GET", "/api/v1/" + path, token, null, Map.of());
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("title").stringValue()).isNotBlank();
        assertThat(problem.path("detail").stringValue()).isNotBlank();
    }

    @Test
    void strangers_and_tokens_that_are_not_good_get_a_problem_and_no_redirect() throws Exception {
        for (String path : List.of("findings", "devices", "nothing")) {
            assertProblem(get(path, null), 401);
        }
        for (String token : List.of("guessed", "expired", "revoked", "director")) {
            assertProblem(get("findings", token), 401);
        }
    }

    @Test
    void whatever_goes_wrong_is_a_problem() throws Exception {
        assertProblem(get("nothing", "viewer"), 404);
        assertProblem(get("findings/nobody", "viewer"), 404);
        assertProblem(get("devices/nobody", "viewer"), 404);
        assertProblem(get("findings?urgency=SOON", "viewer"), 400);
        assertProblem(get("findings?size=0", "viewer"), 400);
        assertProblem(send("PUT", "/api/v1/findings", "viewer", "{}", Map.of("Content-Type", "application/json")), 405);
        assertProblem(send("POST", "/api/v1/jobs", "engineer", "x", Map.of("Content-Type", "text/plain")), 415);
        assertProblem(send("POST", "/api/v1/jobs", "engineer", "{\"kind\":\"dance\"}", Map.of("Content-Type", "application/json")), 422);
        assertProblem(send("POST", "/api/v1/jobs", "viewer", "{\"kind\":\"assess\"}", Map.of("Content-Type", "application/json")), 403);
    }

    @Test
    void findings_come_in_pages_and_each_with_its_proof() throws Exception {
        HttpResponse<String> answer = get("findings?size=50", "viewer");
        JsonNode first = JSON.readTree(answer.body());
        assertThat(first.path("total").intValue()).isEqualTo(120);
        assertThat(first.path("items").size()).isEqualTo(50);
        assertThat(answer.headers().firstValue("Link").orElseThrow()).contains("page=1").contains("rel=\"next\"");
        JsonNode some = null;
        for (JsonNode item : first.path("items")) {
            some = item.path("settled").isNull() ? item : some;
        }
        JsonNode one = JSON.readTree(get("findings/" + some.path("key").stringValue(), "viewer").body());
        assertThat(one.path("id")).isEqualTo(some.path("id"));
        assertThat(one.path("decision").path("urgency")).isEqualTo(some.path("urgency"));
        assertThat(one.path("decision").propertyNames()).contains("id", "findingId", "deviceId", "vulnerability", "treatment", "range", "missing",
                "dueDays", "controls", "approver", "claims", "reasons", "policy", "cvss", "inputs", "changes", "source", "catchUpDate");
        JsonNode decisions = JSON.readTree(get("decisions?size=1000", "viewer").body());
        assertThat(decisions.path("items").size()).isEqualTo(decisions.path("total").intValue());
        JsonNode urgent = JSON.readTree(get("findings?urgency=IMMEDIATE&size=1000", "viewer").body());
        urgent.path("items").forEach(item -> assertThat(item.path("urgency").stringValue()).isEqualTo("IMMEDIATE"));
    }

    @Test
    void what_has_not_changed_is_not_sent_again() throws Exception {
        for (String path : List.of("findings", "devices", "decisions")) {
            String tag = get(path, "viewer").headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = send("GET", "/api/v1/" + path, "viewer", null, Map.of("If-None-Match", tag));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void devices_are_as_the_command_line_writes_them() throws Exception {
        JsonNode devices = JSON.readTree(get("devices", "viewer").body());
        assertThat(devices.path("total").intValue()).isEqualTo(20);
        JsonNode one = JSON.readTree(get("devices/" + devices.path("items").get(3).path("key").stringValue(), "viewer").body());
        assertThat(one).isEqualTo(devices.path("items").get(3));
        assertThat(one.propertyNames()).contains("id", "serial", "name", "department", "safety", "exposure", "estimated", "source");
    }

    @Test
    void the_same_request_is_done_once() throws Exception {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "once");
        HttpResponse<String> first = send("POST", "/api/v1/jobs", "engineer", "{\"kind\":\"assess\"}", headers);
        assertThat(first.statusCode()).isEqualTo(202);
        URI where = URI.create(first.headers().firstValue("Location").orElseThrow());
        assertThat(send("GET", where.toString(), "viewer", null, Map.of()).statusCode()).isEqualTo(200);
        HttpResponse<String> again = send("POST", "/api/v1/jobs", "engineer", "{\"kind\":\"assess\"}", headers);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertProblem(send("POST", "/api/v1/jobs", "engineer", "{\"kind\": \"assess\"}", headers), 422);
    }

    @Test
    void the_api_is_described_with_all_its_operations() throws Exception {
        HttpResponse<String> answer = send("GET", "/v3/api-docs", null, null, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode api = JSON.readTree(answer.body());
        assertThat(api.path("openapi").stringValue()).startsWith("3.1");
        assertThat(api.path("paths").propertyNames()).containsExactlyInAnyOrder("/api/v1/findings", "/api/v1/findings/{id}", "/api/v1/decisions",
                "/api/v1/devices", "/api/v1/devices/{key}", "/api/v1/jobs", "/api/v1/jobs/{id}");
        api.path("paths").forEach(path -> path.forEach(operation -> {
            assertThat(operation.path("summary").stringValue()).isNotBlank();
            assertThat(operation.path("responses").propertyNames()).contains("401", "403", "500");
        }));
    }
}
