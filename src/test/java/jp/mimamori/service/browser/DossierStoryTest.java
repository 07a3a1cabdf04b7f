package jp.mimamori.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import jp.mimamori.dossier.StarHospital;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.language.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do on the page of a finding and on that of a device. */
class DossierStoryTest {

    @RegisterExtension
    static final ServedPages PAGES = ServedPages.ready();

    @BeforeAll
    static void hospital() throws Exception {
        StarHospital.into(PAGES.service().part(HospitalStore.class), StarHospital.read());
        long job = PAGES.service().part(Deciding.class).everything("sakura");
        while (PAGES.service().part(Assessments.class).current().isEmpty()) {
            assertThat(PAGES.service().part(Jobs.class).job(job)).isPresent();
            Thread.sleep(50);
        }
    }

    @Test
    void pages_look_right_at_every_width() {
        for (int width : new int[] {1440, 1024, 390}) {
            Page page = PAGES.open("/devices", Language.JA, width);
            PAGES.picture(page, "devices-" + width);
            PAGES.accessible(page);
            PAGES.fits(page);
            page.locator(".sheet tbody a").first().click();
            page.waitForLoadState();
            PAGES.picture(page, "device-" + width);
            PAGES.accessible(page);
            PAGES.fits(page);
            page.locator("#findings ~ table a").first().click();
            page.waitForLoadState();
            PAGES.picture(page, "finding-" + width);
            PAGES.accessible(page);
            PAGES.fits(page);
        }
    }
}
