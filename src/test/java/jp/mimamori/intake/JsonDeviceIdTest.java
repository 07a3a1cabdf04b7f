package jp.mimamori.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import jp.mimamori.assessment.json.ResultJson;
import jp.mimamori.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JsonDeviceIdTest {

    @TempDir
    Path folder;

    @Test
    void a_finding_whose_device_is_certain_has_the_number_that_its_device_has() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("i.csv", "機器ID|機器名", "00123|輸液ポンプ", "00124|眼底カメラ", "A-1|CT装置", "A-2|MRI装置")
                .csv("l.csv", "No|機器ID|機器名|CVE", "1|123|輸液ポンプ|CVE-2025-0001", "2||眼底カメラ|CVE-2025-0001",
                        "3|999|血圧計|CVE-2025-0001", "4||聴診器|CVE-2025-0001", "5|A-1、A-2||CVE-2025-0001").read();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ResultJson(Language.JA).write(reading, out);
        assertThat(JsonMapper.builder().build().readTree(out.toByteArray()).get("findings"))
                .extracting(finding -> finding.get("deviceId").isNull() ? null : finding.get("deviceId").asString())
                .containsExactly("00123", "00124", "999", null, "A-1、A-2");
    }
}
