package jp.mimamori.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import jp.mimamori.access.Accounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The door of a service from its first minute: who gets what, and what the log says of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorTest {

    private static final String PASSWORD = "yoru-no-tenken-2026";
    @TempDir
    static Path data;
    private static RunningService service;
    private static Visitor admin;

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.start(data, 0, java.util.List.of());
        admin = new Visitor(service.address());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void health_answers_a_stranger_before_anybody_has_set_anything_up() throws Exception {
        HttpResponse<String> health = new Visitor(service.address()).get("/actuator/health", "Accept", "*/*");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"").doesNotContain("h2", "diskSpace");
        assertThat(new Visitor(service.address()).get("/actuator/health/readiness", "Accept", "*/*").statusCode()).isEqualTo(200);
        assertThat(new Visitor(service.address()).get("/actuator/prometheus").statusCode()).isEqualTo(302);
    }

    @Test
    @Order(2)
    void the_first_account_needs_the_code_of_the_terminal_and_the_pages_form() throws Exception {
        URI first = service.firstRun().orElseThrow();
        String code = first.getQuery().substring("code=".length());
        String[] person = {"name", "sakura", "fullName", "桜井", "password", PASSWORD, "again", PASSWORD};
        assertThat(admin.post("/first-run", "code=" + code + "&name=sakura&fullName=x&password=" + PASSWORD + "&again=" + PASSWORD).statusCode())
                .isEqualTo(403);
        assertThat(service.part(Accounts.class).isEmpty()).isTrue();
        admin.send("/first-run", "/first-run", with(person, "code", "guess"));
        assertThat(service.part(Accounts.class).isEmpty()).isTrue();
        admin.send("/first-run", "/first-run", with(person, "code", code));
        assertThat(service.part(Accounts.class).isEmpty()).isFalse();
        assertThat(new Visitor(service.address()).get("/first-run?code=" + code).statusCode()).isEqualTo(302);
    }

    private static String[] with(String[] fields, String... more) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    @Test
    @Order(3)
    void signing_in_gives_a_new_session_whose_cookie_no_script_and_no_other_site_can_use() throws Exception {
        admin.get("/sign-in");
        String before = session(admin).getValue();
        HttpResponse<String> in = admin.signIn("sakura", PASSWORD);
        assertThat(session(admin).getValue()).isNotEqualTo(before);
        assertThat(in.headers().allValues("Set-Cookie").toString()).contains("HttpOnly", "SameSite=Lax");
        assertThat(admin.get("/").statusCode()).isEqualTo(200);
        assertThat(admin.get("/actuator/prometheus", "Accept", "*/*").body()).contains("jvm_memory_used_bytes");
    }

    private static HttpCookie session(Visitor visitor) {
        return visitor.cookies().getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("mimamori")).findFirst().orElseThrow();
    }

    @Test
    @Order(4)
    void a_page_runs_nothing_that_is_written_into_it_and_nothing_from_elsewhere() throws Exception {
        HttpResponse<String> home = admin.get("/");
        assertThat(home.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(home.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(home.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    @Order(5)
    void an_error_is_a_page_in_the_readers_language_with_an_id_and_no_stack_trace() throws Exception {
        HttpResponse<String> japanese = admin.get("/nowhere", "Accept-Language", "ja");
        assertThat(japanese.statusCode()).isEqualTo(404);
        assertThat(japanese.body()).contains("ページが見つかりません", japanese.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("Exception", "springframework");
        assertThat(admin.get("/nowhere", "Accept-Language", "en").body()).contains("There is no such page");
        assertThat(admin.get("/nowhere", "Accept", "application/json").body()).contains("\"status\":404", "urn:mimamori:request:");
    }

    @Test
    @Order(6)
    void what_is_too_large_is_refused_with_a_sentence() throws Exception {
        String token = admin.token("/");
        HttpClient client = HttpClient.newBuilder().cookieHandler(admin.cookies()).build();
        HttpRequest.BodyPublisher endless = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.xlsx\"\r\n\r\n"),
                HttpRequest.BodyPublishers.ofByteArrays(() -> java.util.stream.IntStream.range(0, 401).mapToObj(i -> new byte[1 << 20]).iterator()),
                HttpRequest.BodyPublishers.ofString("\r\n--b--\r\n"));
        for (String header : new String[] {"X-CSRF-TOKEN", "X-Nothing"}) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(service.address().resolve("/language"))
                    .header("Accept", "text/html").header("Accept-Language", "ja").header(header, token)
                    .header("Content-Type", "multipart/form-data; boundary=b").POST(endless).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(answer.body()).contains("ファイルが大きすぎます");
        }
    }

    @Test
    @Order(7)
    void somebody_who_guesses_has_to_wait_even_with_the_right_password() throws Exception {
        Visitor guesser = new Visitor(service.address());
        for (int i = 0; i < 6; i++) {
            guesser.signIn("sakura", "a wrong password");
        }
        assertThat(guesser.signIn("sakura", PASSWORD).headers().firstValue("Location").orElseThrow()).contains("wait");
    }

    @Test
    @Order(8)
    void the_log_has_requests_with_their_ids_and_no_secrets() throws Exception {
        String code = service.part(jp.mimamori.access.SetUpCode.class).text();
        String log = logs();
        assertThat(log).contains("POST /sign-in", "GET /nowhere 404");
        assertThat(log).doesNotContain(PASSWORD, code, session(admin).getValue(), "a wrong password");
    }

    private static String logs() throws Exception {
        try (var files = Files.list(data.resolve("log"))) {
            return files.map(file -> {
                try {
                    return Files.readString(file);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).collect(Collectors.joining());
        }
    }
}
