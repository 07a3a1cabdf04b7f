package jp.mimamori.windows.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import jp.mimamori.hospital.KeyPath;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.language.Language;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.service.browser.ServedPages;
import jp.mimamori.windows.Card;
import jp.mimamori.windows.Desk;
import jp.mimamori.windows.Desks;
import jp.mimamori.windows.PlanHead;
import jp.mimamori.windows.Plans;
import jp.mimamori.windows.ScheduleOrder;
import jp.mimamori.windows.SchedulingWork;
import jp.mimamori.windows.json.OrderJson;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From files to a plan that people are told: the sample hospital is brought in, decided, planned, published and planned again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SchedulingStoryTest {

    private static final int MOST_SECONDS = 180;
    private static final LocatorAssertions.ContainsTextOptions PATIENT = new LocatorAssertions.ContainsTextOptions().setTimeout(MOST_SECONDS * 1000);

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.ready();

    private static Jobs jobs() {
        return PAGES.service().part(Jobs.class);
    }

    private static Plans plans() {
        return PAGES.service().part(Plans.class);
    }

    private static Job newest() {
        return jobs().recent(20).stream().filter(job -> job.kind().equals(SchedulingWork.KIND)).findFirst().orElseThrow();
    }

    private static void await(String what, BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static Job asked(ScheduleOrder order, Predicate<Job> until) throws InterruptedException {
        long id = jobs().ask(SchedulingWork.KIND, OrderJson.write(order), ServedPages.EVERYBODY);
        await("job " + id, () -> until.test(jobs().job(id).orElseThrow()));
        return jobs().job(id).orElseThrow();
    }

    @Test
    @Order(1)
    void without_anything_to_fix_the_job_says_what_is_missing() throws InterruptedException {
        Job job = asked(new ScheduleOrder(ScheduleOrder.Mode.NEW, 1, 13, null, null, List.of()), one -> one.state().isOver());
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.failure()).contains("計画するものがありません").contains("nothing to plan");
        Page page = PAGES.open("/plan", Language.JA, 1440);
        PlaywrightAssertions.assertThat(page.locator("main .told.wrong")).containsText("計画するものがありません");
        PAGES.accessible(page);
        PAGES.picture(page, "plan-empty-1440");
    }

    @Test
    @Order(2)
    void a_search_that_is_stopped_early_keeps_the_best_and_is_done() throws InterruptedException {
        Page page = PAGES.open("/imports", Language.JA, 1440);
        page.locator(".start button").click();
        page.waitForSelector(".check");
        page.locator(".act a.button.main").click();
        page.waitForURL("**/changes*");
        page.locator(".summary button.main").click();
        page.waitForURL("**/imports");
        await("deciding", () -> jobs().recent(20).stream().allMatch(job -> job.state().isOver()));

        page.navigate(PAGES.at("/plan"));
        page.locator("#first-seconds").fill("1200");
        page.locator(".empty button.main").click();
        PlaywrightAssertions.assertThat(page.locator("#progress")).containsText("作業枠を探しています", PATIENT);
        PAGES.accessible(page);
        PAGES.picture(page, "plan-running-1440");
        page.locator("#progress button").click();
        await("stopped", () -> newest().state().isOver());
        assertThat(newest().state()).as("%s", newest()).isEqualTo(Job.State.DONE);
        Desk draft = PAGES.service().part(Desks.class).draft().orElseThrow();
        assertThat(draft.placements()).isNotEmpty();
        assertThat(draft.content().cards()).allSatisfy(card -> assertThat(card.findingKeys()).isNotEmpty());
        page.navigate(PAGES.at("/plan"));
        PAGES.accessible(page);
        for (int width : new int[] {1440, 1024, 390}) {
            page.setViewportSize(width, 900);
            PAGES.fits(page);
            PAGES.picture(page, "plan-sample-" + width);
        }
        page.setViewportSize(1440, 900);
        page.locator("svg .mark").first().click();
        PlaywrightAssertions.assertThat(page.locator("#panel h2")).isVisible();
        PAGES.picture(page, "plan-sample-chosen-1440");
    }

    @Test
    @Order(3)
    void a_search_from_a_draft_that_somebody_changes_meanwhile_is_told_and_one_cancelled_while_waiting_leaves_the_draft() throws Exception {
        PlanHead draft = plans().draft().orElseThrow();
        Job job = asked(new ScheduleOrder(ScheduleOrder.Mode.CONTINUE, 1, 13, draft.id(), draft.edition() + 1, List.of()), one -> one.state().isOver());
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.failure()).contains("下書きが変わった").contains("draft was changed");
        assertThat(plans().draft()).contains(draft);
        Job again = asked(new ScheduleOrder(ScheduleOrder.Mode.REPLAN, 1, 13, null, null, List.of()), one -> one.state().isOver());
        assertThat(again.failure()).contains("公表された計画がない");
        assertThat(plans().draft()).contains(draft);
    }

    @Test
    @Order(4)
    void what_is_published_is_on_paper_in_a_calendar_in_a_workbook_at_its_findings_and_on_the_home_page() throws IOException {
        Page page = PAGES.open("/plan", Language.JA, 1440);
        page.locator("#note").fill("初版");
        page.locator(".publish button.main").click();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("公表しました");
        Desk told = PAGES.service().part(Desks.class).published().orElseThrow();
        Placement first = told.placements().stream().min(java.util.Comparator.comparing(Placement::start)).orElseThrow();
        LocalDate day = told.problem().time(first.start()).toLocalDate();

        page.navigate(PAGES.at("/plan/week?from=" + day));
        PlaywrightAssertions.assertThat(page.locator("main table")).containsText(told.problem().labels().task(first.task()).in(Language.JA));
        PAGES.accessible(page);
        Files.write(Path.of("target/screenshots/plan-week.pdf"), page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
        page.navigate(PAGES.at("/plan"));
        Files.write(Path.of("target/screenshots/plan-print.pdf"), page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));

        String calendar = page.request().get(PAGES.at("/plan/windows.ics")).text();
        Files.writeString(Path.of("target/screenshots/windows.ics"), calendar);
        assertThat(calendar.split("BEGIN:VEVENT", -1)).hasSize(told.placements().size() + 1);
        byte[] book = page.request().get(PAGES.at("/plan/plan.xlsx")).body();
        Files.write(Path.of("target/screenshots/plan.xlsx"), book);
        try (var workbook = WorkbookFactory.create(new java.io.ByteArrayInputStream(book))) {
            assertThat(workbook.getNumberOfSheets()).isGreaterThan(3);
        }

        Card card = told.card(first.task());
        page.navigate(PAGES.at("/findings/" + KeyPath.of(card.findingKeys().get(0))));
        PlaywrightAssertions.assertThat(page.locator("main")).containsText(told.problem().time(first.start()).toLocalTime().toString());
        assertThat(page.locator("main a[href*='/plan?show=published']").count()).isPositive();
        PAGES.picture(page, "plan-finding-1440");
        LocalDate today = LocalDate.now(PAGES.service().part(java.time.Clock.class));
        long soon = told.placements().stream().map(window -> told.problem().time(window.start()).toLocalDate())
                .filter(one -> !one.isBefore(today) && one.isBefore(today.plusDays(7))).count();
        page.navigate(PAGES.at("/"));
        Locator line = page.locator("main a[href*='/plan?show=published']");
        PlaywrightAssertions.assertThat(line.first()).containsText(String.valueOf(soon));
        PAGES.picture(page, "plan-home-1440");
    }

    @Test
    @Order(5)
    void an_agreed_visit_is_kept_when_planning_again_and_the_first_answer_is_bettered() throws Exception {
        Desk told = PAGES.service().part(Desks.class).published().orElseThrow();
        String visit = told.placements().stream().map(Placement::task).filter(task -> told.task(task).vendor() != null).findFirst().orElseThrow();
        Page page = PAGES.open("/plan?show=published&task=" + java.net.URLEncoder.encode(visit, java.nio.charset.StandardCharsets.UTF_8), Language.JA, 1440);
        page.locator("#agreed").click();
        PlaywrightAssertions.assertThat(page.locator("#agreed")).containsText("合意を取り消す");
        PlaywrightAssertions.assertThat(page.locator("#panel .bar .chip").last()).containsText("合意済み");
        assertThat(plans().content(told.head().id()).agreed()).isEqualTo(Set.of(visit));
        PAGES.accessible(page);
        PAGES.picture(page, "plan-agreed-1440");

        page.navigate(PAGES.at("/plan/again"));
        PAGES.accessible(page);
        PAGES.fits(page);
        PAGES.picture(page, "plan-again-1440");
        page.locator("#seconds").fill("3");
        page.locator("main form[action='/plan/again'] button.main").click();
        page.waitForURL("**/plan");
        await("planned again", () -> newest().state().isOver());
        assertThat(newest().state()).as("%s", newest()).isEqualTo(Job.State.DONE);
        Desk draft = PAGES.service().part(Desks.class).draft().orElseThrow();
        assertThat(draft.head().how()).isEqualTo(PlanHead.How.REPLANNED);
        assertThat(draft.content().agreed()).isEqualTo(Set.of(visit));
        assertThat(draft.problem().time(draft.window(visit).start())).isEqualTo(told.problem().time(told.window(visit).start()));
        page.navigate(PAGES.at("/plan"));
        PAGES.accessible(page);
        PAGES.picture(page, "plan-replanned-1440");
        page.locator(".publish button.main").click();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("公表しました");
        assertThat(plans().content(draft.head().id()).agreed()).isEqualTo(Set.of(visit));
        assertThat(plans().head(told.head().id()).orElseThrow().state()).isEqualTo(PlanHead.State.EARLIER);
    }
}
