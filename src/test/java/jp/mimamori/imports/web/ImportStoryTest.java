package jp.mimamori.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.mimamori.language.Language;
import jp.mimamori.service.browser.ServedPages;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody brings the hospital's lists in: 置く → 確かめる → 取り込む. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportStoryTest {

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.ready();

    private static final Path SAMPLE = Path.of("spreadsheets/examples/星凪総合病院");
    private static final String DEVICES = """
            機器番号,機器名,メーカー,型式,おきば,ホスト名,患者影響度,OSバージョン,状態
            CT-001,CT装置,あおぞらメディカル,CT-9,放射線科,ct1,重大,Windows 10,使用中
            VENT-002,人工呼吸器,みどり電子,V-2,ICU,vent2,致命的,組込みLinux,使用中
            PUMP-003,輸液ポンプ,みどり電子,P-3,5階病棟,pump3,むずかしい,独自,使用中
            """;
    private static final String LEDGER = """
            管理番号,発見日,機器番号,脆弱性番号,CVSS,対応方針,状態
            V-1,2026-08-01,CT-001,CVE-2026-1001,9.8,修正,未対応
            V-2,2026-08-02,VENT-002,CVE-2026-1002,7.5,緩和策,未対応
            """;

    private static FilePayload csv(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Page page, FilePayload... files) {
        page.navigate(PAGES.at("/imports"));
        page.locator("input[type=file]").setInputFiles(files);
        page.locator(".drop button.main").click();
        page.waitForURL("**/imports/*");
        page.waitForSelector(".check");
    }

    private static void next(Page page) {
        page.locator(".act a.button.main").click();
        page.waitForURL("**/changes*");
    }

    private static void bringIn(Page page) {
        page.locator(".summary button.main").click();
        page.waitForURL("**/imports");
    }

    @Test
    @Order(1)
    void an_empty_page_teaches_and_nothing_of_the_sample_is_kept_by_looking_at_it() {
        Page page = PAGES.open("/imports", Language.JA, 1440);
        PAGES.accessible(page);
        PAGES.picture(page, "imports-empty-ja-1440");
        page.locator(".start button").click();
        page.waitForSelector(".check");
        assertThat(page.locator(".file-name").allTextContents()).contains("脆弱性管理台帳.xlsx", "kev.json");
        PAGES.accessible(page);
        PAGES.picture(page, "imports-check-sample-ja-1440");
        for (int width : new int[] {1024, 390}) {
            page.setViewportSize(width, 900);
            PAGES.picture(page, "imports-check-sample-ja-" + width);
        }
        page.setViewportSize(1440, 900);
        next(page);
        assertThat(page.locator(".kinds").textContent()).contains("機器").contains("新規");
        PAGES.accessible(page);
        PAGES.picture(page, "imports-changes-sample-ja-1440");
        page.setViewportSize(390, 900);
        PAGES.picture(page, "imports-changes-sample-ja-390");
        page.setViewportSize(1440, 900);
        page.locator("a:has-text('戻って')").click();
        page.locator(".act form button").click();
        page.waitForURL("**/imports");
        assertThat(page.locator("main > .told").textContent()).contains("取りやめました");
        assertThat(page.locator("main").textContent()).contains("まだ何も取り込まれていません");
    }

    @Test
    @Order(2)
    void a_dropped_file_is_read_a_column_is_corrected_and_remembered_and_the_marked_workbook_comes_back(@TempDir Path room) throws IOException {
        Page page = PAGES.open("/imports", Language.JA, 1440);
        page.evaluate("""
                ([devices, ledger]) => {
                    const data = new DataTransfer();
                    data.items.add(new File([devices], "機器.csv", {type: "text/csv"}));
                    data.items.add(new File([ledger], "脆弱性.csv", {type: "text/csv"}));
                    document.body.dispatchEvent(new DragEvent("dragenter", {dataTransfer: data, bubbles: true}));
                    document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
                }""", java.util.List.of(DEVICES, LEDGER));
        page.waitForSelector(".check");
        assertThat(page.locator(".grid .field").allTextContents()).contains("機器番号", "機器名", "患者影響度");
        assertThat(page.locator(".problems").textContent()).contains("むずかしい");

        page.locator(".problems a[data-jump]").first().click();
        assertThat(page.evaluate("document.activeElement.id")).asString().startsWith("cell-");

        page.locator(".grid thead th:nth-child(6) a").click();
        page.waitForSelector("#column form");
        PAGES.accessible(page);
        PAGES.picture(page, "imports-column-ja-1440");
        assertThat(page.locator("#column").textContent()).contains("おきば");
        page.locator("#field").selectOption("location");
        page.locator("#column button").click();
        page.waitForSelector("main > .told");
        assertThat(page.locator("main > .told").textContent()).contains("読み直しました");
        page.waitForSelector(".check");
        assertThat(page.locator(".grid thead th:nth-child(6)").textContent()).contains("設置場所");

        Download download = page.waitForDownload(() -> page.locator(".file-acts a").first().click());
        Path marked = room.resolve("marked.xlsx");
        download.saveAs(marked);
        assertThat(download.suggestedFilename()).isEqualTo("機器.xlsx");
        try (var workbook = WorkbookFactory.create(marked.toFile())) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
        }

        next(page);
        assertThat(page.locator(".kinds").textContent()).contains("機器").contains("新規 3").contains("新規 2");
        bringIn(page);
        assertThat(page.locator("main > .told").textContent()).contains("取り込みました");
        assertThat(page.locator("table.list").textContent()).contains("機器 新規 3").contains("脆弱性 新規 2");
        PAGES.accessible(page);

        page.navigate(PAGES.at("/imports/mappings"));
        assertThat(page.locator("table.list").textContent()).contains("おきば → 設置場所");
        PAGES.accessible(page);
    }

    @Test
    @Order(3)
    void the_same_files_again_change_nothing_and_say_so() {
        Page page = PAGES.open("/imports", Language.JA, 1440);
        put(page, csv("機器.csv", DEVICES), csv("脆弱性.csv", LEDGER));
        assertThat(page.locator(".files").textContent()).contains("前にも取り込まれた");
        assertThat(page.locator(".grid thead th:nth-child(6)").textContent()).contains("設置場所");
        next(page);
        assertThat(page.locator(".nothing").textContent()).contains("変わるものはありません");
        PAGES.picture(page, "imports-nothing-ja-1440");
        page.locator(".do button").click();
        page.waitForURL("**/imports");
    }

    @Test
    @Order(4)
    void a_newer_version_shows_each_field_asks_for_what_is_gone_and_can_be_taken_back() {
        Page page = PAGES.open("/imports", Language.JA, 1440);
        String newer = DEVICES.replace("放射線科", "救急").replaceAll("PUMP-003.*\n", "MON-004,生体情報モニタ,あおぞらメディカル,M-4,ICU,mon4,重大,独自,使用中\n");
        put(page, csv("機器.csv", newer));
        next(page);
        assertThat(page.locator(".kinds").textContent()).contains("新規 1").contains("変更 1").contains("なくなった 1");
        assertThat(page.locator("h2:has-text('なくなった')").count()).isEqualTo(1);
        assertThat(page.locator(".answer button[aria-pressed=true]").textContent()).isEqualTo("残す");
        page.locator(".answer button:has-text('閉じる')").click();
        page.waitForLoadState();
        assertThat(page.locator(".answer button[aria-pressed=true]").textContent()).isEqualTo("閉じる");
        assertThat(page.locator(".kinds").textContent()).contains("うち 1 件を閉じます");
        PAGES.accessible(page);
        PAGES.picture(page, "imports-gone-ja-1440");
        page.locator(".part.changed").click();
        page.waitForLoadState();
        assertThat(page.locator(".fields-differ").textContent()).contains("設置場所").contains("放射線科").contains("救急");
        PAGES.picture(page, "imports-changed-ja-1440");
        bringIn(page);
        assertThat(page.locator("table.list tbody tr").first().textContent()).contains("機器 新規 1").contains("変更 1").contains("閉じる 1");

        page.locator("table.list tbody tr").nth(1).locator("button").click();
        page.waitForSelector("main > .told.wrong");
        assertThat(page.locator("main > .told").textContent()).contains("先に");
        page.locator("table.list tbody tr").first().locator("button").click();
        page.waitForSelector("main > .told:not(.wrong)");
        assertThat(page.locator("table.list tbody tr").first().textContent()).contains("取り消し済み");
        PAGES.picture(page, "imports-runs-ja-1440");
        page.setViewportSize(390, 900);
        PAGES.accessible(page);
        PAGES.picture(page, "imports-runs-ja-390");
    }

    @Test
    @Order(5)
    void a_file_that_cannot_be_used_says_why_at_the_file_and_the_others_go_on() throws IOException {
        Page page = PAGES.open("/imports", Language.EN, 1024);
        byte[] whole = Files.readAllBytes(SAMPLE.resolve("ME機器台帳.xlsx"));
        put(page, new FilePayload("damaged.xlsx", "application/octet-stream", java.util.Arrays.copyOf(whole, whole.length / 2)),
                csv("機器.csv", DEVICES));
        assertThat(page.locator(".told.wrong").textContent()).contains("damaged.xlsx");
        assertThat(page.locator(".file .bad").first().textContent()).contains("Cannot be used");
        PAGES.accessible(page);
        PAGES.picture(page, "imports-damaged-en-1024");
    }
}
