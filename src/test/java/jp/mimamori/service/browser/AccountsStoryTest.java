package jp.mimamori.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Role;
import jp.mimamori.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator gives somebody an account, and takes it away again. */
class AccountsStoryTest {

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.ready();
    private static final String NEW = "朝の点検は 午前七時 から始める";

    @Test
    void a_new_person_gets_a_password_for_one_time_and_chooses_their_own() {
        Page admin = PAGES.open("/accounts", Language.JA, 1440);
        PAGES.accessible(admin);
        admin.locator("#fullName").fill("高橋 健");
        admin.locator("#name").fill("takahashi");
        admin.locator("main form.fields button.main").click();
        assertThat(admin.locator("[role=alert]").textContent()).contains("役割を1つ以上");
        admin.getByLabel("臨床工学技士").check();
        PAGES.picture(admin, "accounts-ja-1440");
        admin.locator("main form.fields button.main").click();
        String secret = admin.locator(".secret").textContent().replaceAll(".*: ", "").strip();
        PAGES.accessible(admin);
        PAGES.picture(admin, "account-ja-1440");
        admin.reload();
        assertThat(admin.content()).doesNotContain(secret);

        Page person = PAGES.stranger(Language.JA, 390);
        PAGES.signIn(person, "takahashi", secret);
        person.navigate(PAGES.at("/"));
        assertThat(person.url()).endsWith("/me/password");
        PAGES.accessible(person);
        PAGES.fits(person);
        person.locator("#old").fill(secret);
        person.locator("#password").fill(NEW);
        person.locator("#again").fill(NEW);
        person.locator("main button.main").click();
        assertThat(person.url()).endsWith("/me");
        PAGES.accessible(person);
        PAGES.fits(person);
        PAGES.picture(person, "me-ja-390");
        assertThat(person.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("アカウント")).count()).isZero();

        admin.getByText("このアカウントを停止する").click();
        assertThat(admin.locator("[role=status]").textContent()).contains("停止しました");
        person.navigate(PAGES.at("/"));
        assertThat(person.url()).contains("/sign-in?ended");
        PAGES.signIn(person, "takahashi", NEW);
        assertThat(person.url()).contains("wrong");
    }

    @Test
    void the_last_administrator_stays() {
        Page admin = PAGES.open("/accounts/" + ServedPages.EVERYBODY, Language.EN, 1024);
        admin.getByText("Close this account").click();
        assertThat(admin.locator("[role=alert]").textContent()).contains("Nobody would be left");
        assertThat(PAGES.service().part(Accounts.class).named(ServedPages.EVERYBODY).orElseThrow().active()).isTrue();
        admin.getByLabel("Administrator").uncheck();
        admin.getByText("Save the roles").click();
        assertThat(admin.locator("[role=alert]").textContent()).contains("Nobody would be left");
        assertThat(PAGES.service().part(Accounts.class).named(ServedPages.EVERYBODY).orElseThrow().roles()).contains(Role.ADMINISTRATOR);
    }

    @Test
    void a_changed_password_ends_the_sessions_elsewhere() {
        PAGES.account("mori", "森 あおい", Set.of(Role.VIEWER));
        Page here = PAGES.openAs("mori", "/me/password", Language.JA, 1024);
        Page elsewhere = PAGES.stranger(Language.JA, 1024);
        PAGES.signIn(elsewhere, "mori", ServedPages.PASSWORD);
        here.locator("#old").fill("something else");
        here.locator("#password").fill(NEW);
        here.locator("#again").fill(NEW);
        here.locator("main button.main").click();
        assertThat(here.locator("[role=alert]").textContent()).contains("今のパスワードが違います");
        here.locator("#old").fill(ServedPages.PASSWORD);
        here.locator("#password").fill(NEW);
        here.locator("#again").fill(NEW);
        here.locator("main button.main").click();
        assertThat(here.locator("[role=status]").textContent()).contains("変更しました");
        elsewhere.navigate(PAGES.at("/me"));
        assertThat(elsewhere.url()).contains("/sign-in?ended");
    }

    @Test
    void the_trail_is_read_filtered_verified_and_saved() {
        Page admin = PAGES.open("/audit", Language.JA, 1440);
        PAGES.accessible(admin);
        admin.getByText("記録を検査する").click();
        assertThat(admin.locator("[role=status]").textContent()).contains("無傷");
        PAGES.picture(admin, "audit-ja-1440");
        admin.navigate(PAGES.at("/audit?action=sign-in&actor=" + ServedPages.EVERYBODY));
        assertThat(admin.locator("table.rows tbody tr").count()).isPositive();
        assertThat(admin.locator("table.rows tbody").textContent()).contains("sign-in").doesNotContain("account.");
        Page phone = PAGES.open("/audit", Language.JA, 390);
        PAGES.fits(phone);
        PAGES.accessible(phone);
        PAGES.picture(phone, "audit-ja-390");
        var file = admin.waitForDownload(() -> admin.getByText("CSVで保存").click());
        assertThat(file.suggestedFilename()).isEqualTo("audit-trail.csv");
    }
}
