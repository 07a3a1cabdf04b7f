package jp.mimamori.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jp.mimamori.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first day with the program, from the terminal's address to a status that somebody else changes and takes back. */
class OneDayStoryTest {

    private static final int READING = 120_000;
    private static final String OWN = "朝の点検は 午前七時 から始める";
    private static final int[] WIDTHS = {1440, 1024, 390};

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.untouched();

    @Test
    void a_newcomer_brings_the_sample_in_and_a_clinical_engineer_works_on_it() {
        Page admin = firstRun();
        assertThat(admin.locator("main ol li").count()).isEqualTo(3);
        admin.locator("main a.button").click();
        admin.waitForURL("**/imports");
        bringSampleIn(admin);

        home(admin);
        String secret = account(admin);
        Page engineer = engineer(secret);
        everyPage(engineer, "/", "/devices", "/findings?progress=OPEN", "/jobs", "/me");
        work(engineer);
        devices(engineer);
        everyPage(admin, "/imports", "/accounts", "/audit");
        phoneMenu(admin);
    }

    private static Page firstRun() {
        Page page = PAGES.stranger(Language.JA, 1440);
        page.setDefaultTimeout(READING);
        page.navigate(PAGES.service().firstRun().orElseThrow().toString());
        page.locator("#fullName").fill("桜井 みどり");
        page.locator("#name").fill(ServedPages.EVERYBODY);
        page.locator("#password").fill(ServedPages.PASSWORD);
        page.locator("#again").fill(ServedPages.PASSWORD);
        page.locator("main button.main").click();
        page.waitForURL("**/sign-in**");
        PAGES.signIn(page, ServedPages.EVERYBODY, ServedPages.PASSWORD);
        page.navigate(PAGES.at("/"));
        return page;
    }

    private static void bringSampleIn(Page page) {
        page.locator(".start button").click();
        page.waitForSelector(".check");
        everyWidth(page, "day-imports-check");
        page.locator(".act a.button.main").click();
        page.waitForURL("**/changes*");
        everyWidth(page, "day-imports-changes");
        page.locator(".summary button.main").click();
        page.waitForURL("**/imports");
        assertThat(page.locator("main > .told").textContent()).contains("取り込みました");
        PAGES.accessible(page);
    }

    /** Five lines, as soon as all is decided; and that the hospital is made up. */
    private static void home(Page page) {
        page.navigate(PAGES.at("/"));
        for (int i = 0; page.locator(".answer li").count() == 0 && i < 600; i++) {
            page.waitForTimeout(200);
            page.navigate(PAGES.at("/"));
        }
        assertThat(page.locator(".answer li").count()).isEqualTo(5);
        assertThat(page.locator(".sample").textContent()).contains("見本のデータ").contains("架空");
        PAGES.accessible(page);
    }

    private static String account(Page admin) {
        admin.navigate(PAGES.at("/accounts"));
        admin.locator("#fullName").fill("高橋 健");
        admin.locator("#name").fill("takahashi");
        admin.getByLabel("臨床工学技士").check();
        admin.locator("main form.fields button.main").click();
        return admin.locator(".secret").textContent().replaceAll(".*: ", "").strip();
    }

    private static Page engineer(String secret) {
        Page page = PAGES.stranger(Language.JA, 1440);
        page.setDefaultTimeout(READING);
        PAGES.signIn(page, "takahashi", secret);
        page.navigate(PAGES.at("/"));
        page.locator("#old").fill(secret);
        page.locator("#password").fill(OWN);
        page.locator("#again").fill(OWN);
        page.locator("main button.main").click();
        page.waitForURL("**/me");
        return page;
    }

    private static void work(Page page) {
        page.navigate(PAGES.at("/"));
        Locator first = page.locator(".answer li a.count").first();
        int promised = number(first);
        first.click();
        page.waitForURL("**/findings?**");
        assertThat(number(page.locator(".total strong"))).isEqualTo(promised);
        page.locator(".findings tbody tr a").first().click();
        page.waitForURL(address -> address.matches(".*/findings/[^?/]+$"));
        String before = page.locator("#status").inputValue();
        assertThat(before).isNotEqualTo("IN_PROGRESS");
        everyWidth(page, "day-finding");
        page.locator("#status").selectOption("IN_PROGRESS");
        page.locator(".work button.main").first().click();
        page.locator(".toast:has-text('保存しました')").waitFor();
        assertThat(page.locator("#status").inputValue()).isEqualTo("IN_PROGRESS");
        page.locator(".toast button").click();
        page.locator(".toast:has-text('元に戻しました')").waitFor();
        assertThat(page.locator("#status").inputValue()).isEqualTo(before);
    }

    /** Each number beside a device opens the list of as many findings. */
    private static void devices(Page page) {
        page.navigate(PAGES.at("/devices"));
        for (int i = 0; i < 3; i++) {
            Locator count = page.locator(".counts a.urgency").nth(i);
            int promised = Integer.parseInt(count.evaluate("e => e.lastChild.textContent.replace(/[^0-9]/g, '')").toString());
            page.navigate(PAGES.at(count.getAttribute("href")));
            assertThat(number(page.locator(".total strong"))).as(page.url()).isEqualTo(promised);
            page.goBack();
        }
        page.locator(".found tbody a").first().click();
        page.waitForURL("**/devices/**");
        everyWidth(page, "day-device");
    }

    private static void phoneMenu(Page page) {
        page.setViewportSize(390, 900);
        page.navigate(PAGES.at("/"));
        assertThat(page.locator("header.frame nav").isVisible()).isFalse();
        page.locator("header.frame .open-menu").click();
        assertThat(page.locator("header.frame nav a").count()).isEqualTo(6);
        PAGES.accessible(page);
        PAGES.fits(page);
        PAGES.picture(page, "day-menu-390");
        page.locator("header.frame a[href='/accounts']").click();
        page.waitForURL("**/accounts");
    }

    private static void everyPage(Page page, String... paths) {
        for (String path : paths) {
            page.navigate(PAGES.at(path));
            String name = path.replaceAll("\\?.*", "").replace("/", "");
            everyWidth(page, "day-" + (name.isEmpty() ? "home" : name));
        }
    }

    private static void everyWidth(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            PAGES.picture(page, name + "-" + width);
            PAGES.fits(page);
            PAGES.accessible(page);
        }
        page.setViewportSize(WIDTHS[0], 900);
    }

    private static int number(Locator count) {
        return Integer.parseInt(count.textContent().replaceAll("[^0-9]", ""));
    }
}
