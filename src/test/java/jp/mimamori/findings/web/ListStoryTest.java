package jp.mimamori.findings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Media;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import jp.mimamori.access.Role;
import jp.mimamori.bench.FilledHospital;
import jp.mimamori.findings.Findings;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.language.Language;
import jp.mimamori.service.browser.ServedPages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody works through the list: types, narrows, walks it by keys, changes many at once and takes it back. */
class ListStoryTest {

    private static final int WAIT = 90_000;

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.ready();

    @BeforeAll
    static void hospital() throws Exception {
        Page empty = PAGES.open("/findings", Language.JA, 1440);
        assertThat(empty.locator("main").textContent()).contains("まだ何も取り込まれていません");
        PAGES.accessible(empty);
        Page home = PAGES.open("/", Language.JA, 1440);
        assertThat(home.locator("main ol li").count()).isEqualTo(3);
        PAGES.accessible(home);
        PAGES.account("viewer", "見る人", EnumSet.of(Role.VIEWER));
        FilledHospital.fill(PAGES.service().part(DataSource.class), 60, 300);
        PAGES.service().part(Deciding.class).everything(ServedPages.EVERYBODY);
        Findings findings = PAGES.service().part(Findings.class);
        for (int i = 0; findings.index().filter(index -> index.rows() > 0).isEmpty() && i < 900; i++) {
            Thread.sleep(100);
        }
        assertThat(findings.fresh().orElseThrow().rows()).isPositive();
    }

    private static Page open(String path, int width) {
        Page page = PAGES.open(path, Language.JA, width);
        page.setDefaultTimeout(WAIT);
        PlaywrightAssertions.setDefaultAssertionTimeout(WAIT);
        return page;
    }

    private static int total(Page page) {
        return Integer.parseInt(page.locator(".total strong").textContent().replaceAll("[^0-9]", ""));
    }

    @Test
    void it_answers_while_one_types_and_its_address_is_the_whole_of_it() {
        Page page = open("/findings?progress=OPEN", 1440);
        int before = total(page);
        page.keyboard().press("/");
        PlaywrightAssertions.assertThat(page.locator("#search")).isFocused();
        page.keyboard().type("ｃｖｅ-2021");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*q=.*"));
        assertThat(total(page)).isBetween(1, before - 1);
        PlaywrightAssertions.assertThat(page.locator("#search")).isFocused();
        assertThat(page.locator("#search").inputValue()).isEqualTo("ｃｖｅ-2021");
        String address = page.url();
        int found = total(page);
        Page other = open(address.substring(address.indexOf("/findings")), 1440);
        assertThat(total(other)).isEqualTo(found);
        assertThat(other.locator(".findings tbody tr").allTextContents()).isEqualTo(page.locator(".findings tbody tr").allTextContents());
    }

    @Test
    void a_facet_narrows_by_the_number_it_promised_and_back_leads_back() {
        Page page = open("/findings?progress=OPEN", 1440);
        int before = total(page);
        Locator scheduled = page.locator("label:has(input[name=urgency][value=SCHEDULED])");
        int promised = Integer.parseInt(scheduled.locator(".number").textContent().replace(",", ""));
        scheduled.locator("input").check();
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*urgency=SCHEDULED.*"));
        assertThat(total(page)).isEqualTo(promised).isLessThan(before);
        assertThat(page.locator(".findings tbody .urgency").allTextContents()).allMatch(text -> text.contains("計画"));
        page.goBack();
        PlaywrightAssertions.assertThat(page.locator(".total strong")).hasText(Pattern.compile(String.format("%,d", before) + "件"));
        PAGES.accessible(page);
        PAGES.fits(page);
        PAGES.picture(page, "findings-ja-1440");
    }

    @Test
    void keys_walk_choose_and_open_rows_and_tell_what_they_do() {
        Page page = open("/findings?progress=OPEN", 1024);
        page.keyboard().press("?");
        PlaywrightAssertions.assertThat(page.locator("#help")).isVisible();
        PAGES.accessible(page);
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(page.locator("#help")).isHidden();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        PlaywrightAssertions.assertThat(page.locator(".findings tbody tr").nth(1)).hasClass(Pattern.compile(".*\\bat\\b.*"));
        page.keyboard().press("x");
        PlaywrightAssertions.assertThat(page.locator("#bulk-count")).hasText("1件を選択中");
        PAGES.accessible(page);
        PAGES.picture(page, "findings-ja-1024");
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(page.locator(".bulk-bar")).isHidden();
        String href = page.locator(".findings tbody tr").nth(1).locator("a").first().getAttribute("href");
        page.keyboard().press("Enter");
        page.waitForURL("**" + href);
    }

    @Test
    void many_are_changed_together_after_a_look_and_taken_back_from_the_toast() {
        Page page = open("/findings?progress=OPEN", 1440);
        page.locator(".findings tbody input[name=row]").nth(0).check();
        page.locator(".findings tbody input[name=row]").nth(1).check();
        page.locator(".bulk-bar button.main").click();
        page.locator("#field").selectOption("OWNER");
        page.locator("#text").fill("臨床工学 高橋");
        page.locator(".bulk-form button.main").click();
        page.waitForLoadState();
        assertThat(page.locator(".preview").textContent()).contains("変わるもの 2件");
        assertThat(page.locator(".preview .now").allTextContents()).containsOnly("臨床工学 高橋");
        PAGES.accessible(page);
        PAGES.picture(page, "findings-bulk-ja-1440");
        page.locator("#do").click();
        PlaywrightAssertions.assertThat(page.locator(".toast")).containsText("2件を変更しました");
        assertThat(total(open("/findings?q=%E9%AB%98%E6%A9%8B", 1440))).isGreaterThanOrEqualTo(2);
        PAGES.accessible(page);
        page.locator(".toast button").click();
        PlaywrightAssertions.assertThat(page.locator(".toast")).containsText("元に戻しました");
        assertThat(total(open("/findings?q=%E9%AB%98%E6%A9%8B", 1440))).isZero();
        Page history = open("/findings/changes", 1440);
        assertThat(history.locator("main").textContent()).contains("担当（2件）", "取り消し済み");
        PAGES.accessible(history);
    }

    @Test
    void a_view_is_kept_under_a_name_and_removed() {
        Page page = open("/findings?urgency=OUT_OF_CYCLE&sort=-cvss", 1440);
        page.locator("summary.as-button").first().click();
        page.locator("#view-name").fill("早急をCVSS順");
        PAGES.accessible(page);
        page.locator("button:has-text('保存する')").click();
        PlaywrightAssertions.assertThat(page.locator(".tabs a[aria-current=page]")).hasText("早急をCVSS順");
        page.locator("summary.as-button").first().click();
        page.locator(".own-view button.danger").click();
        PlaywrightAssertions.assertThat(page.locator(".toast")).containsText("削除しました");
        assertThat(page.locator(".tabs").textContent()).doesNotContain("早急をCVSS順");
    }

    @Test
    void on_a_phone_rows_are_cards_and_in_grey_or_on_paper_the_words_stay() {
        Page phone = open("/findings?progress=OPEN", 390);
        PAGES.fits(phone);
        PAGES.accessible(phone);
        assertThat(phone.locator(".findings tbody td.link").first().evaluate("e => getComputedStyle(e, '::before').content")).asString().contains("機器");
        PAGES.picture(phone, "findings-ja-390");
        Page home = open("/", 390);
        PAGES.fits(home);
        PAGES.accessible(home);
        PAGES.picture(home, "home-ja-390");
        Page paper = open("/findings?progress=OPEN", 1440);
        print(paper);
        assertThat(paper.locator(".facet-drawer").isVisible()).isFalse();
        assertThat(paper.locator(".findings .urgency").first().evaluate("e => getComputedStyle(e).backgroundColor")).isEqualTo("rgba(0, 0, 0, 0)");
        PAGES.picture(paper, "findings-ja-print");
    }

    /** Playwright lowers «PRINT» as the machine's language does, which in Turkish is no word of its own. */
    private static void print(Page page) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void every_number_of_the_home_page_opens_the_list_it_counts() {
        Page page = open("/", 1440);
        PAGES.accessible(page);
        PAGES.picture(page, "home-ja-1440");
        for (Locator count : page.locator(".answer a.count, .heat tfoot a").all()) {
            int promised = Integer.parseInt(count.textContent().replaceAll("[^0-9]", ""));
            Page list = open(count.getAttribute("href"), 1440);
            if (!count.getAttribute("href").startsWith("/findings")) {
                assertThat(list.url()).contains("/plan"); // this week's windows: the plan itself
                assertThat(list.locator("h1").count()).isEqualTo(1);
                continue;
            }
            assertThat(total(list)).as(count.getAttribute("href")).isEqualTo(promised);
            list.close();
        }
        PAGES.accessible(PAGES.open("/", Language.EN, 1024));
    }

    @Test
    void who_only_sees_cannot_change_anything() {
        Page page = PAGES.openAs("viewer", "/findings?progress=OPEN", Language.JA, 1440);
        assertThat(page.locator("input[name=row]").count()).isZero();
        assertThat(page.locator("#bulk").count()).isZero();
        String token = page.locator("input[name=_csrf]").first().inputValue();
        var answer = page.request().post(PAGES.at("/findings/bulk"), com.microsoft.playwright.options.RequestOptions.create()
                .setForm(com.microsoft.playwright.options.FormData.create().set("_csrf", token).set("all", "true")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(Set.of(404, 403)).doesNotContain(page.request().get(PAGES.at("/findings/export.csv")).status());
    }
}
