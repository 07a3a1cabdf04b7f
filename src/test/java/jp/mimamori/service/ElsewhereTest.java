package jp.mimamori.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Role;
import jp.mimamori.audit.AuditTrail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Signing in at the hospital's own provider. */
class ElsewhereTest {

    @TempDir
    static Path data;
    private static LocalProvider provider;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        provider = new LocalProvider();
        service = RunningService.start(data, 0, List.of("spring.security.oauth2.client.registration.hospital.client-id=" + LocalProvider.CLIENT,
                "spring.security.oauth2.client.registration.hospital.client-secret=naisho-naisho", "spring.security.oauth2.client.registration.hospital.scope=openid,profile",
                "spring.security.oauth2.client.registration.hospital.client-name=院内SSO", "spring.security.oauth2.client.provider.hospital.issuer-uri=" + provider.issuer(),
                "mimamori.sign-in.roles=me-center=CLINICAL_ENGINEER,jimu=VIEWER,kanri=ADMINISTRATOR"));
        service.part(Accounts.class).add("sakura", "桜井", Set.of(Role.ADMINISTRATOR), service.part(PasswordEncoder.class).encode("yoru no tenken"));
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
    }

    /** Goes to the provider and back, and gives the address one is sent to in the end. */
    private static String signIn(Visitor visitor) throws Exception {
        assertThat(visitor.get("/sign-in").body()).contains("院内SSO");
        HttpResponse<String> to = visitor.get("/oauth2/authorization/hospital");
        HttpResponse<String> back = visitor.get(to.headers().firstValue("Location").orElseThrow());
        return visitor.get(back.headers().firstValue("Location").orElseThrow()).headers().firstValue("Location").orElseThrow();
    }

    @Test
    void whoever_the_provider_vouches_for_comes_in_with_the_roles_of_their_groups() throws Exception {
        provider.vouchFor("Takahashi", "me-center", "unheard-of");
        Visitor visitor = new Visitor(service.address());
        assertThat(signIn(visitor)).doesNotContain("sign-in");
        assertThat(visitor.get("/me").body()).contains("氏名 Takahashi", "takahashi");
        assertThat(service.part(Accounts.class).named("takahashi").orElseThrow().roles()).containsExactly(Role.CLINICAL_ENGINEER);
        assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);

        provider.vouchFor("Takahashi", "jimu");
        assertThat(signIn(new Visitor(service.address()))).doesNotContain("sign-in");
        assertThat(service.part(Accounts.class).named("takahashi").orElseThrow().roles()).containsExactly(Role.VIEWER);
        assertThat(visitor.get("/me").statusCode()).as("the session of the former roles is over").isEqualTo(302);
    }

    @Test
    void nobody_comes_in_without_a_role() throws Exception {
        provider.vouchFor("stranger", "unheard-of");
        Visitor visitor = new Visitor(service.address());
        String end = signIn(visitor);
        assertThat(end).endsWith("/sign-in?noRole");
        assertThat(visitor.get(end).body()).contains("役割が割り当てられていません");
        assertThat(service.part(Accounts.class).named("stranger")).isEmpty();
        assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void nobody_comes_in_under_the_name_of_an_account_that_has_a_password_here() throws Exception {
        provider.vouchFor("sakura", "kanri");
        assertThat(signIn(new Visitor(service.address()))).endsWith("/sign-in?elsewhere");
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() throws Exception {
        Visitor visitor = new Visitor(service.address());
        assertThat(visitor.get("/login/oauth2/code/hospital?code=made-up&state=made-up").headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?elsewhere");
        assertThat(service.part(AuditTrail.class).newest(1, Long.MAX_VALUE).get(0).event().action()).isEqualTo("sign-in.elsewhere-failed");
    }
}
