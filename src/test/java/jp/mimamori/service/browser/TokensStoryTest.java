package jp.mimamori.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.ApiTokens;
import jp.mimamori.access.Role;
import jp.mimamori.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody makes a token for a program, sees that it is used, and takes it back. */
class TokensStoryTest {

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.ready();

    private static int asked(String secret) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(PAGES.at("/api/v1/jobs"))).header("Authorization", "Bearer " + secret).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void a_token_is_shown_once_used_and_revoked() throws Exception {
        PAGES.account("program", "連携 太郎", Set.of(Role.VIEWER));
        Page page = PAGES.openAs("program", "/tokens", Language.JA, 1440);
        PAGES.accessible(page);
        assertThat(page.locator("input[name=role]").count()).as("only one's own roles").isEqualTo(1);
        page.locator("#name").fill("資産管理との連携");
        page.locator("main button.main").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("1つ以上");
        page.getByLabel("閲覧").check();
        page.locator("main button.main").click();
        String secret = page.locator(".secret").textContent().strip();
        PAGES.accessible(page);
        PAGES.picture(page, "tokens-ja-1440");
        assertThat(page.locator("tbody tr").textContent()).contains("資産管理との連携", "まだ使われていません");
        assertThat(asked(secret)).isEqualTo(200);
        page.reload();
        assertThat(page.content()).doesNotContain(secret);
        assertThat(page.locator("tbody tr").textContent()).doesNotContain("まだ使われていません");

        Page phone = PAGES.openAs("program", "/tokens", Language.JA, 390);
        PAGES.fits(phone);
        PAGES.picture(phone, "tokens-ja-390");
        page.locator("form[action$='/revoke'] button").click();
        assertThat(page.locator("[role=status]").textContent()).contains("取り消しました");
        assertThat(asked(secret)).isEqualTo(401);
    }

    @Test
    void nobody_takes_back_what_another_made_but_an_administrator() throws Exception {
        PAGES.account("tanaka", "田中", Set.of(Role.VIEWER));
        ApiTokens tokens = PAGES.service().part(ApiTokens.class);
        var made = tokens.make("of the administrator", ServedPages.EVERYBODY, Set.of(Role.VIEWER), Instant.now().plusSeconds(3600));
        var own = tokens.make("of tanaka", "tanaka", Set.of(Role.VIEWER), Instant.now().plusSeconds(3600));
        Page page = PAGES.openAs("tanaka", "/tokens", Language.EN, 1024);
        assertThat(page.locator("tbody tr").allTextContents()).singleElement().asString().contains("of tanaka");
        page.evalOnSelector("form[action$='/revoke']", "form => form.action = '/tokens/" + made.token().id() + "/revoke'");
        page.locator("form[action$='/revoke'] button").click();
        assertThat(asked(made.secret())).isEqualTo(200);

        Page admin = PAGES.open("/tokens", Language.EN, 1024);
        admin.getByLabel("Revoke of tanaka").click();
        assertThat(asked(own.secret())).isEqualTo(401);
        assertThat(PAGES.service().part(Accounts.class).named("tanaka").orElseThrow().active()).isTrue();
    }
}
