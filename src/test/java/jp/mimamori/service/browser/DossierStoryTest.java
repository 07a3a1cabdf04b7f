package jp.mimamori.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.access.Role;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.dossier.StarHospital;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.KeyPath;
import jp.mimamori.intake.NumberKey;
import jp.mimamori.inventory.Safety;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.language.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do on the page of a finding and on that of a device. */
class DossierStoryTest {

    private static final String MRI = "/findings/id_3aVT-2026-018";
    private static final String ANGIO = "/findings/id_3aVT-2025-001";

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.ready();

    @BeforeAll
    static void hospital() throws Exception {
        StarHospital.into(PAGES.service().part(HospitalStore.class), StarHospital.read());
        long job = PAGES.service().part(Deciding.class).everything(ServedPages.EVERYBODY);
        while (PAGES.service().part(Assessments.class).current().isEmpty()) {
            assertThat(PAGES.service().part(Jobs.class).job(job).orElseThrow().state()).isNotIn(Job.State.FAILED, Job.State.CANCELLED);
            Thread.sleep(50);
        }
        PAGES.account("suzuki", "鈴木 一郎", EnumSet.of(Role.CLINICAL_ENGINEER));
        PAGES.account("kato", "加藤 恵", EnumSet.of(Role.SAFETY_MANAGER));
        PAGES.account("viewer", "見るだけの人", Set.of(Role.VIEWER));
    }

    @Test
    void pages_of_devices_and_findings_fit_every_width_and_keep_nobody_out() {
        for (int width : new int[] {1440, 1024, 390}) {
            Page page = PAGES.open("/devices", Language.JA, width);
            look(page, "devices-" + width);
            page.navigate(PAGES.at("/devices/id_3aME-0601"));
            assertThat(page.locator("h1").textContent()).contains("セントラルモニタ");
            assertThat(page.locator(".week tbody td").count()).isEqualTo(168);
            look(page, "device-" + width);
            page.locator("#findings ~ table a").first().click();
            page.waitForURL("**/findings/**");
            look(page, "finding-" + width);
        }
        Page paper = PAGES.open(ANGIO, Language.JA, 1024);
        paper.pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of("target", "screenshots", "finding-print.pdf")));
        Page english = PAGES.open(ANGIO, Language.EN, 1440);
        assertThat(english.locator("#why").textContent()).isEqualTo("Why");
        look(english, "finding-en");
    }

    private static void look(Page page, String name) {
        PAGES.picture(page, name);
        PAGES.accessible(page);
        PAGES.fits(page);
    }

    @Test
    void the_proof_tells_its_values_its_table_row_and_where_each_input_came_from() {
        Page page = PAGES.open(ANGIO, Language.JA, 1440);
        assertThat(page.locator(".proof > li").first().textContent()).contains("悪用状況").contains("悪用あり").contains("早急");
        page.locator(".proof details.from summary").first().click();
        assertThat(page.locator("table.row").first().innerText()).contains("urgency.xlsx").contains("結果：緊急度");
        page.locator(".decision .origin summary.guess").first().click();
        assertThat(page.locator(".decision .origin[open] p").first().innerText()).isNotBlank();
    }

    @Test
    void devices_are_found_while_typing_and_by_facet() {
        Page page = PAGES.open("/devices", Language.JA, 1440);
        page.locator("#q").pressSequentially("me-0601");
        page.locator(".found b:has-text('1台')").waitFor();
        page.waitForURL("**q=me-0601**");
        page.locator("#q").fill("");
        page.locator(".found b:has-text('131台')").waitFor();
        page.locator(".facets label:has-text('放射線科') input").click();
        page.locator(".found b:has-text('18台')").waitFor();
        page.waitForURL("**ward=**");
        page.reload();
        assertThat(page.locator(".found b").textContent()).isEqualTo("18台");
    }

    @Test
    void a_status_is_changed_a_conflict_is_shown_what_was_typed_stays_and_the_change_is_taken_back() {
        Page mine = PAGES.open(MRI, Language.JA, 1440);
        Page other = PAGES.openAs("suzuki", MRI, Language.JA, 1440);
        other.locator("#status").selectOption("IN_PROGRESS");
        other.locator("#owner").fill("鈴木");
        other.locator(".work button.main").first().click();
        other.locator(".toast:has-text('保存しました')").waitFor();

        mine.locator("#note").fill("メーカーに照会中");
        mine.locator(".work button.main").first().click();
        mine.locator("#conflict").waitFor();
        assertThat(mine.locator("#conflict").innerText()).contains("鈴木 一郎").contains("未対応").contains("対応中");
        assertThat(mine.locator("#note").inputValue()).isEqualTo("メーカーに照会中");
        PAGES.accessible(mine);
        PAGES.picture(mine, "finding-conflict");
        mine.locator("#status").selectOption("IN_PROGRESS");
        mine.locator("#owner").fill("鈴木");
        mine.locator(".work button.main").first().click();
        mine.locator(".toast:has-text('保存しました')").waitFor();
        assertThat(mine.locator(".versions").first().innerText()).contains("メーカーに照会中").contains("鈴木 一郎");

        mine.locator(".toast button").click();
        mine.locator(".toast:has-text('元に戻しました')").waitFor();
        assertThat(mine.locator("#note").inputValue()).isEmpty();
        assertThat(mine.locator("#status").inputValue()).isEqualTo("IN_PROGRESS");
        mine.locator("details.audit summary").click();
        assertThat(mine.locator("details.audit").innerText()).contains("変更を取り消し").contains("メーカーに照会中");
    }

    @Test
    void a_half_filled_form_is_kept_and_a_wrong_one_is_told_at_its_field() {
        Page page = PAGES.open(ANGIO, Language.JA, 1440);
        page.locator("#note").fill("書きかけ");
        page.navigate(PAGES.at("/devices"));
        page.navigate(PAGES.at(ANGIO));
        assertThat(page.locator("#note").inputValue()).isEqualTo("書きかけ");
        page.locator("#status").selectOption("DONE");
        page.locator(".work button.main").first().click();
        page.locator("#completed-wrong").waitFor();
        assertThat(page.locator("#completed-wrong").innerText()).contains("完了日");
        assertThat(page.locator("#note").inputValue()).isEqualTo("書きかけ");
        PAGES.accessible(page);
    }

    @Test
    void a_control_is_recorded_with_its_evidence_and_withdrawn() throws Exception {
        Page page = PAGES.open(ANGIO, Language.JA, 1440);
        page.locator("details.add summary").click();
        page.locator("#control-code").selectOption("A2");
        page.locator("#control-by").fill("佐藤 健");
        page.locator("#control-files").setInputFiles(new FilePayload("確認.pdf", "application/pdf", "no pdf".getBytes(StandardCharsets.UTF_8)));
        page.locator("details.add button.main").click();
        page.locator("#control-files-wrong").waitFor();
        assertThat(page.locator("#control-evidence-wrong").innerText()).isNotBlank();
        assertThat(page.locator("#control-by").inputValue()).isEqualTo("佐藤 健");
        PAGES.accessible(page);
        PAGES.picture(page, "finding-control-refused");

        byte[] pdf = "%PDF-1.7 ログ".getBytes(StandardCharsets.UTF_8);
        page.locator("#control-evidence").fill("ログを保全し、侵入の痕跡がないことを確認した。");
        page.locator("#control-files").setInputFiles(new FilePayload("確認.pdf", "application/pdf", pdf));
        page.locator("details.add button.main").click();
        page.locator(".toast:has-text('管理策を記録しました')").waitFor();
        assertThat(page.locator(".needed").innerText()).contains("確認済み").contains("A2");
        Download file = page.waitForDownload(() -> page.locator(".files a").click());
        assertThat(file.suggestedFilename()).isEqualTo("確認.pdf");
        assertThat(Files.readAllBytes(file.path())).isEqualTo(pdf);
        PAGES.picture(page, "finding-control");
        page.locator(".recorded form button").click();
        page.locator(".toast:has-text('取り下げました')").waitFor();
        assertThat(page.locator(".needed").innerText()).contains("未確認");
    }

    @Test
    void a_wish_that_does_not_hold_is_refused_at_its_fields_and_one_that_does_counts() {
        Page page = PAGES.open(MRI.replace("018", "017"), Language.JA, 1440);
        String before = page.locator(".top .urgency").innerText();
        page.locator("details.wish summary").click();
        page.locator("#wish-urgency").selectOption("DEFER");
        page.locator("#wish-reason").fill("閉域網のため");
        page.locator("details.wish button.main").click();
        page.locator("#wish-signed-wrong").waitFor();
        assertThat(page.locator("#wish-by-wrong").innerText()).contains("氏名");
        assertThat(page.locator("#wish-reason").inputValue()).isEqualTo("閉域網のため");
        assertThat(page.locator(".top .urgency").innerText()).isEqualTo(before);
        PAGES.accessible(page);
        PAGES.picture(page, "finding-wish-refused");

        page.locator("#wish-urgency").selectOption("IMMEDIATE");
        page.locator("#wish-by").fill("佐藤 健");
        page.locator("#wish-expires").fill(LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).plusDays(20).toString());
        page.locator("details.wish button.main").click();
        page.locator(".toast:has-text('保存しました')").waitFor();
        assertThat(page.locator(".top .urgency").innerText()).contains("緊急");
        assertThat(page.locator(".wished").innerText()).contains("判定に反映しています").contains("佐藤 健");
        page.locator(".wished button").click();
        page.locator(".toast:has-text('保存しました')").waitFor();
        assertThat(page.locator(".top .urgency").innerText()).isEqualTo(before);
    }

    @Test
    void a_lowering_is_signed_by_whoever_may_sign_and_not_by_a_name_somebody_else_types() {
        String path = lowerable();
        Page engineer = PAGES.openAs("suzuki", path, Language.JA, 1440);
        String before = engineer.locator(".top .urgency").innerText();
        lower(engineer);
        engineer.locator("#wish-signed-wrong").waitFor();
        assertThat(engineer.locator("#wish-signed-wrong").innerText()).contains("自分でサインイン");
        assertThat(engineer.locator("#wish-reason").inputValue()).isEqualTo("閉域網のため");
        assertThat(engineer.locator(".top .urgency").innerText()).isEqualTo(before);
        PAGES.accessible(engineer);

        Page manager = PAGES.openAs("kato", path, Language.JA, 1440);
        lower(manager);
        manager.locator(".toast:has-text('保存しました')").waitFor();
        assertThat(manager.locator(".top .urgency").innerText()).isNotEqualTo(before);

        engineer.navigate(PAGES.at(path));
        engineer.locator(".wished button").click(); // to withdraw one is safe: the rules count again
        engineer.locator(".toast:has-text('保存しました')").waitFor();
        assertThat(engineer.locator(".top .urgency").innerText()).isEqualTo(before);
    }

    private static void lower(Page page) {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"));
        page.locator("details.wish summary").click();
        page.locator("#wish-urgency").selectOption("SCHEDULED");
        page.locator("#wish-signed").selectOption("COMMITTEE");
        page.locator("#wish-reason").fill("閉域網のため");
        page.locator("#wish-by").fill("加藤 恵");
        page.locator("#wish-approved").fill(today.toString());
        page.locator("#wish-expires").fill(today.plusDays(20).toString());
        page.locator("details.wish button.main").click();
    }

    /** A finding the rules call OUT_OF_CYCLE on a device whose harm is known and not grave: such a one may be lowered by a step. */
    private static String lowerable() {
        Deciding deciding = PAGES.service().part(Deciding.class);
        List<FindingDecision> found = new ArrayList<>();
        deciding.each(null, decision -> found.add(decision));
        FindingDecision one = found.stream().filter(decision -> decision.decision().urgency() == Urgency.OUT_OF_CYCLE
                && decision.decision().override() == null && decision.tracked().finding().id() != null
                && decision.facts().safety().isKnown() && decision.facts().safety().compareTo(Safety.CRITICAL) < 0).findFirst().orElseThrow();
        return "/findings/" + KeyPath.of("id:" + NumberKey.of(one.tracked().finding().id()));
    }

    @Test
    void whoever_may_only_see_finds_no_forms_and_may_not_send_any() {
        Page page = PAGES.openAs("viewer", MRI, Language.JA, 1440);
        assertThat(page.locator("form[data-keep]").count()).isZero();
        Object status = page.evaluate("async path => (await fetch(path + '/work', {method: 'POST', headers: JSON.parse(document.body.getAttribute('hx-headers')),"
                + " body: new URLSearchParams({seen: '1', status: 'DONE'})})).status", MRI);
        assertThat(status).isEqualTo(403);
    }
}
