package jp.mimamori.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.mimamori.language.Language;
import jp.mimamori.report.sample.SampleHospital;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** LibreOffice opens what we write and sees the same: every sheet, no error value, no text that became a formula. */
class SecondReaderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void libre_office_reads_every_sheet_without_an_error_value(Language language) throws Exception {
        assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, "soffice"))),
                "LibreOffice is not installed: the second reader is skipped");
        Path book = folder.resolve("計画.xlsx");
        try (OutputStream out = Files.newOutputStream(book)) {
            new PlanWorkbook(WrittenPlan.ROLES).write(SampleHospital.planned(120), language, out);
        }
        Process office = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                "--outdir", folder.resolve("out").toString(), book.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("soffice.log").toFile()).start();
        assertThat(office.waitFor(180, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();

        List<Path> sheets;
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            sheets = files.sorted().toList();
        }
        assertThat(sheets).as("a file a sheet").hasSizeGreaterThanOrEqualTo(7);
        for (Path sheet : sheets) {
            String text = Files.readString(sheet, StandardCharsets.UTF_8);
            assertThat(text).as(sheet.getFileName().toString()).isNotBlank()
                    .doesNotContain("#REF!", "#NAME?", "#VALUE!", "#N/A", "Err:5");
        }
    }
}
