package jp.mimamori.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Role;
import jp.mimamori.service.intruder.UnguardedPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler of the running service asks for a right; what is open to strangers stands in a list, here and nowhere else. */
class HandlersTest {

    private static final Set<String> OPEN = Set.of("SignInPages#signIn", "FirstRun#ask", "FirstRun#make", "LanguageChoice#language",
            "ErrorPages#page", "ErrorPages#problem", "OpenApiWebMvcResource#openapiJson", "OpenApiWebMvcResource#openapiYaml");
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script(?![^>]*src=)|th:utext|hx-on|hx-vals=.?js:", Pattern.CASE_INSENSITIVE);
    @TempDir
    static Path data;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.start(data, 0, List.of());
        for (Role role : Role.values()) {
            service.part(Accounts.class).add(role.name().toLowerCase(java.util.Locale.ROOT), role.name(), Set.of(role),
                    service.part(PasswordEncoder.class).encode("a long enough one"));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> unguarded(Map<RequestMappingInfo, HandlerMethod> handlers) {
        List<String> found = new ArrayList<>();
        handlers.forEach((where, handler) -> {
            boolean guarded = AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PreAuthorize.class)
                    || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PreAuthorize.class);
            if (!guarded && !OPEN.contains(name(handler))) {
                found.add(name(handler) + " " + where);
            }
        });
        return found;
    }

    private static String name(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName() + "#" + handler.getMethod().getName();
    }

    private static Map<RequestMappingInfo, HandlerMethod> handlers() {
        return service.part(org.springframework.web.context.WebApplicationContext.class)
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods();
    }

    @Test
    void every_handler_asks_for_a_right() {
        assertThat(handlers()).hasSizeGreaterThan(10);
        assertThat(unguarded(handlers())).isEmpty();
    }

    @Test
    void a_handler_that_asks_for_none_is_found() {
        var context = new StaticApplicationContext();
        var mapping = new RequestMappingHandlerMapping() {
            @Override
            protected boolean isHandler(Class<?> type) {
                return type == UnguardedPage.class;
            }
        };
        context.registerSingleton("page", UnguardedPage.class);
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        assertThat(unguarded(mapping.getHandlerMethods())).singleElement().asString().contains("UnguardedPage#page");
    }

    @Test
    void a_guarded_method_can_be_guarded() {
        // Spring's proxies pass over methods that are not public: the annotation would only look like a guard
        assertThat(handlers().values().stream().filter(handler -> handler.getBeanType().getPackageName().startsWith("jp.mimamori"))
                .filter(handler -> !OPEN.contains(name(handler)))
                .filter(handler -> java.lang.reflect.Modifier.isPrivate(handler.getMethod().getModifiers())
                        || java.lang.reflect.Modifier.isFinal(handler.getMethod().getModifiers()))
                .map(HandlersTest::name)).isEmpty();
    }

    @Test
    void no_address_answers_a_stranger_but_those_of_the_door() throws Exception {
        Visitor stranger = new Visitor(service.address());
        for (String path : paths()) {
            if (!path.matches("/(sign-in|first-run|language|error|v3/api-docs).*")) {
                assertThat(stranger.get(path).statusCode()).as(path).isIn(302, 401, 403, 405);
            }
        }
        for (String path : List.of("/actuator", "/actuator/prometheus", "/actuator/env", "/swagger-ui.html")) {
            assertThat(stranger.get(path, "Accept", "*/*").statusCode()).as(path).isIn(302, 401, 403);
        }
    }

    /** Whoever writes a program against the service reads it before there is a token; it holds addresses and fields, nothing of the hospital's. */
    @Test
    void the_description_of_the_api_is_open_on_purpose() throws Exception {
        var description = new Visitor(service.address()).get("/v3/api-docs", "Accept", "application/json");
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains("/api/v1/findings").doesNotContain("administrator", data.toString());
    }

    @Test
    void the_figures_of_the_service_are_read_with_a_token_of_an_administrator_only() throws Exception {
        var tokens = service.part(jp.mimamori.access.ApiTokens.class);
        java.time.Instant soon = java.time.Instant.now().plusSeconds(3600);
        for (Role role : Role.values()) {
            String secret = tokens.make("figures", role.name().toLowerCase(java.util.Locale.ROOT), Set.of(role), soon).secret();
            var answer = new Visitor(service.address()).get("/actuator/prometheus", "Accept", "text/plain", "Authorization", "Bearer " + secret);
            assertThat(answer.statusCode()).as("%s", role).isEqualTo(role == Role.ADMINISTRATOR ? 200 : 403);
            assertThat(answer.body().contains("jvm_memory_used_bytes")).as("%s", role).isEqualTo(role == Role.ADMINISTRATOR);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(new Visitor(service.address()).get("/actuator/prometheus", "Accept", "text/plain", "Authorization", "Bearer mmm_wrong").statusCode())
                .isEqualTo(401);
    }

    private static Set<String> paths() {
        return handlers().keySet().stream().flatMap(info -> info.getPatternValues().stream())
                .map(path -> path.replaceAll("\\{[^}]*}", "x")).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void only_an_administrator_sees_accounts_and_the_trail() throws Exception {
        for (Role role : Role.values()) {
            Visitor visitor = new Visitor(service.address());
            visitor.signIn(role.name().toLowerCase(java.util.Locale.ROOT), "a long enough one");
            int expected = role == Role.ADMINISTRATOR ? 200 : 403;
            for (String path : List.of("/accounts", "/accounts/viewer", "/audit", "/audit/trail.csv", "/actuator/prometheus")) {
                assertThat(visitor.get(path, "Accept", "*/*").statusCode()).as(role + " " + path).isEqualTo(expected);
            }
            assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void no_form_is_taken_without_its_token() throws Exception {
        Visitor admin = new Visitor(service.address());
        admin.signIn("administrator", "a long enough one");
        for (String path : List.of("/accounts", "/accounts/viewer/active?active=false", "/me/password", "/me/sessions", "/sign-out", "/audit/verify")) {
            assertThat(admin.post(path, "").statusCode()).as(path).isEqualTo(403);
        }
        assertThat(service.part(Accounts.class).named("viewer").orElseThrow().active()).isTrue();
    }

    @Test
    void no_template_has_anything_that_the_content_policy_forbids_or_writes_text_unescaped() throws Exception {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            List<Path> all = templates.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(all).hasSizeGreaterThan(5);
            for (Path template : all) {
                assertThat(INLINE.matcher(Files.readString(template)).results().map(found -> found.group())).as("%s", template).isEmpty();
            }
        }
    }
}
