package jp.mimamori.windows.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.service.browser.ServedPages;
import jp.mimamori.windows.Desk;
import jp.mimamori.windows.Desks;
import jp.mimamori.windows.PlanHead;
import jp.mimamori.windows.Plans;
import jp.mimamori.windows.SamplePlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A plan as its people use it: dragged, moved by keyboard, pinned, taken back, published, read on a phone. */
class PlanStoryTest {

    private static final String WEEK = "/plan?from=2026-09-14&weeks=1";

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.ready();

    @BeforeEach
    void aDraft() throws Exception {
        Plans plans = PAGES.service().part(Plans.class);
        if (plans.all(1).isEmpty()) {
            plans.keep(SamplePlan.content(SamplePlan.HOSHINAGI, new Effort(600, 1, 200)), SamplePlan.DAY, PlanHead.How.NEW, "sakura", null, null);
        } else if (plans.draft().isEmpty()) {
            plans.keep(plans.content(plans.all(1).get(0).id()), SamplePlan.DAY, PlanHead.How.OPENED, "sakura", null, null);
        }
    }

    private static int edits() {
        return PAGES.service().part(Desks.class).draft().orElseThrow().moves().size();
    }

    /** Drags the bar by so many pixels; the answer is there before it is let go. */
    private static void drag(Page page, Locator bar, double by, boolean drop) {
        BoundingBox at = bar.locator("rect").first().boundingBox();
        page.mouse().move(at.x + at.width / 2, at.y + at.height / 2);
        page.mouse().down();
        page.mouse().move(at.x + at.width / 2 + by / 2, at.y + at.height / 2);
        page.mouse().move(at.x + at.width / 2 + by, at.y + at.height / 2);
        PlaywrightAssertions.assertThat(page.locator("#panel .then")).isVisible();
        if (drop) {
            page.mouse().up();
        }
    }

    @Test
    void a_bar_is_moved_by_a_click_on_an_offer_by_keys_and_by_the_mouse_and_every_move_is_taken_back() {
        Page page = PAGES.open(WEEK, Language.JA, 1440);
        PAGES.accessible(page);
        PAGES.fits(page);
        int before = edits();
        Locator bar = page.locator("svg .mark").first();
        String task = bar.getAttribute("data-task");
        bar.click();
        PlaywrightAssertions.assertThat(page.locator("#panel h2")).isVisible();
        page.locator("#panel .offers button").first().click();
        PlaywrightAssertions.assertThat(page.locator("#panel .told")).containsText("移しました");
        assertThat(edits()).isEqualTo(before + 1);
        PlaywrightAssertions.assertThat(page.locator("#undo button")).isVisible();
        page.locator("#undo button").click();
        PlaywrightAssertions.assertThat(page.locator("#panel .told")).containsText("元に戻しました");
        assertThat(edits()).isEqualTo(before);

        Locator again = page.locator("svg .mark[data-task=\"" + task + "\"]");
        again.focus();
        page.keyboard().press("ArrowRight");
        PlaywrightAssertions.assertThat(page.locator("#panel .then")).isVisible();
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(page.locator("#panel .then")).hasCount(0);
        assertThat(edits()).isEqualTo(before);

        drag(page, page.locator("svg .mark[data-task=\"" + task + "\"]"), -2000, true);
        PlaywrightAssertions.assertThat(page.locator("#panel .told.wrong").first()).isVisible();
        PlaywrightAssertions.assertThat(page.locator("#panel")).containsText("置けません");
        assertThat(edits()).as("a move that breaks a rule is refused").isEqualTo(before);
        PAGES.picture(page, "plan-refused-1440");
        PAGES.accessible(page);
    }

    @Test
    void a_bar_is_dragged_to_where_it_may_be_and_stands_there_for_everybody() {
        Desk desk = PAGES.service().part(Desks.class).draft().orElseThrow();
        Page page = PAGES.open(WEEK, Language.JA, 1440);
        Locator board = page.locator(".board");
        int begin = Integer.parseInt(board.getAttribute("data-begin"));
        int span = Integer.parseInt(board.getAttribute("data-span"));
        int days = Integer.parseInt(board.getAttribute("data-day"));
        String task = null;
        int start = 0;
        for (Locator mark : page.locator("svg .mark").all()) {
            String one = mark.getAttribute("data-task");
            int now = Integer.parseInt(mark.getAttribute("data-start"));
            OptionalInt free = IntStream.range(begin + days, begin + span - 2 * days)
                    .filter(at -> Math.abs(at - now) > 4 && !desk.look(one, at).isRefused()).findFirst();
            if (free.isPresent() && desk.promise(one, SamplePlan.DAY) == null) {
                task = one;
                start = free.getAsInt();
                break;
            }
        }
        assertThat(task).as("something can be moved within the week").isNotNull();
        Locator bar = page.locator("svg .mark[data-task=\"" + task + "\"]");
        double grain = bar.locator("xpath=ancestor::*[contains(@class,'track')]").boundingBox().width / span;
        int before = edits();
        drag(page, bar, (start - Integer.parseInt(bar.getAttribute("data-start"))) * grain, true);
        PlaywrightAssertions.assertThat(page.locator("#panel .told").first()).containsText("移しました");
        PlaywrightAssertions.assertThat(bar).hasAttribute("data-start", String.valueOf(start));
        assertThat(edits()).isEqualTo(before + 1);
        PlaywrightAssertions.assertThat(page.locator("#publish-lead")).isVisible();
        PAGES.accessible(page);
        PAGES.picture(page, "plan-dragged-1440");
        Page other = PAGES.open(WEEK, Language.EN, 1440);
        PlaywrightAssertions.assertThat(other.locator("svg .mark[data-task=\"" + task + "\"]")).hasAttribute("data-start", String.valueOf(start));
        PAGES.accessible(other);
    }

    @Test
    void a_window_is_pinned_and_then_refuses_to_move_until_it_is_released() {
        Page page = PAGES.open(WEEK, Language.JA, 1024);
        PAGES.fits(page);
        Locator bar = page.locator("svg .mark").first();
        String start = bar.getAttribute("data-start");
        bar.focus();
        page.keyboard().press("p");
        PlaywrightAssertions.assertThat(page.locator("#panel .told")).containsText("固定しました");
        PlaywrightAssertions.assertThat(page.locator("svg .mark").first()).hasAttribute("data-pinned", "true");
        page.locator("#panel .move button").last().click();
        PlaywrightAssertions.assertThat(page.locator("#panel .told.wrong")).containsText("固定されています");
        PlaywrightAssertions.assertThat(page.locator("svg .mark").first()).hasAttribute("data-start", start);
        page.locator("#pin").click();
        PlaywrightAssertions.assertThat(page.locator("#panel .told")).containsText("固定を外しました");
        PAGES.picture(page, "plan-pinned-1024");
    }

    @Test
    void it_is_published_and_its_week_is_on_paper_and_in_a_calendar() {
        Page page = PAGES.open("/plan?from=2026-09-14", Language.JA, 1440);
        page.locator("#note").fill("初めての公表");
        page.locator(".publish button.main").click();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("公表しました");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("初めての公表");
        page.navigate(PAGES.at("/plan/week?from=2026-09-14"));
        PlaywrightAssertions.assertThat(page.locator("table")).containsText("2026-09-14");
        PAGES.accessible(page);
        PAGES.picture(page, "plan-week");
        String calendar = page.request().get(PAGES.at("/plan/windows.ics")).text();
        assertThat(calendar).contains("BEGIN:VEVENT").contains("STATUS:").containsPattern(Pattern.compile("DTSTART:2026\\d{4}T"));
        assertThat(page.request().get(PAGES.at("/plan/plan.xlsx")).status()).isEqualTo(200);
    }

    @Test
    void on_a_phone_the_windows_are_cards_and_move_by_a_form() {
        Page page = PAGES.open(WEEK, Language.JA, 390);
        PAGES.fits(page);
        PAGES.accessible(page);
        page.locator("ol.phone a").first().click();
        PlaywrightAssertions.assertThat(page.locator("#panel .move")).isVisible();
        page.locator("#panel .move button").first().click();
        PlaywrightAssertions.assertThat(page.locator("#panel .then")).isVisible();
        PAGES.picture(page, "plan-phone-390");
    }
}
