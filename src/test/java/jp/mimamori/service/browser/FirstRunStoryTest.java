package jp.mimamori.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jp.mimamori.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first minutes: somebody has started the service and opens it. */
class FirstRunStoryTest {

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.untouched();

    @Test
    void whoever_reads_the_terminal_becomes_the_administrator_and_signs_in() {
        Page page = PAGES.stranger(Language.JA, 1024);
        page.navigate(PAGES.at("/"));
        assertThat(page.url()).endsWith("/first-run");
        PAGES.accessible(page);
        PAGES.picture(page, "first-run-ja-1024");
        page.locator("#code").fill("guessed");
        fill(page);
        assertThat(page.locator("[role=alert]").textContent()).contains("セットアップコードが違います");

        page.navigate(PAGES.service().firstRun().orElseThrow().toString());
        fill(page);
        assertThat(page.url()).endsWith("/sign-in");
        PAGES.accessible(page);

        PAGES.signIn(page, "sakura", "wrong wrong wrong");
        assertThat(page.locator("[role=alert]").textContent()).contains("アカウント名かパスワードが違います");
        PAGES.signIn(page, "sakura", ServedPages.PASSWORD);
        assertThat(page.locator("header.frame .who").textContent()).contains("桜井 みどり");
        PAGES.accessible(page);
        assertThat(PAGES.service().firstRun()).isEmpty();
    }

    private static void fill(Page page) {
        page.locator("#fullName").fill("桜井 みどり");
        page.locator("#name").fill("sakura");
        page.locator("#password").fill(ServedPages.PASSWORD);
        page.locator("#again").fill(ServedPages.PASSWORD);
        page.locator("main button.main").click();
        page.waitForLoadState();
    }
}
