package jp.mimamori.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.mimamori.language.Language;
import jp.mimamori.report.sample.SampleHospital;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanWorkbookTest {

    @TempDir
    Path folder;

    @Test
    void draws() throws Exception {
        Path out = Path.of(System.getProperty("look", folder.toString()));
        new PlanWorkbook().write(SampleHospital.planned(245), Language.JA, out.resolve("plan-ja.xlsx"));
        new PlanWorkbook().write(SampleHospital.planned(245), Language.EN, out.resolve("plan-en.xlsx"));
        assertThat(out.resolve("plan-ja.xlsx")).exists();
    }
}
