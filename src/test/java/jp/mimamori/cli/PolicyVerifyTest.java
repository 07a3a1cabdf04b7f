package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code policy verify} as people and scripts meet it. */
class PolicyVerifyTest {

    @TempDir
    Path folder;

    @Test
    void the_shipped_policy_is_proven_in_words_and_in_json() throws Exception {
        Program.Run run = Program.in(folder).run("policy", "verify", "--lang", "ja", "--json", "proof.json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("✓ 漏れがない", "1,620,000", "sha256:", "証明できました").doesNotContain("✗", "null");
        String json = Files.readString(folder.resolve("proof.json"));
        Contract.assertKept("policy-verify", json);
        assertThat(json).contains("\"proven\":true").doesNotContain("\"proven\":false");
    }

    @Test
    void a_changed_cell_that_breaks_it_is_shown_with_its_sheet_and_row_and_status_4() throws Exception {
        Path home = copy();
        Path workbook = home.resolve("spreadsheets/policy/urgency.xlsx");
        try (InputStream in = Files.newInputStream(workbook); XSSFWorkbook book = new XSSFWorkbook(in)) {
            book.getSheet("SSVC判定").getRow(32).getCell(5).setCellValue("保留"); // SSVC-029: exploited, spreads inside
            try (OutputStream out = Files.newOutputStream(workbook)) {
                book.write(out);
            }
        }
        Program.Run run = Program.in(folder).run("policy", "verify", "--home", home.toString(), "--lang", "ja", "--json", "-");
        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE_POLICY);
        assertThat(run.err()).contains("✗", "SSVC-029", "表「SSVC判定」33行目", "証明できません").doesNotContain("Exception");
        Contract.assertKept("policy-verify", run.out());
        assertThat(run.out()).contains("\"rule\":\"SSVC-029\"", "\"sheet\":\"SSVC判定\"", "\"row\":33");
    }

    private Path copy() throws IOException {
        Path home = folder.resolve("home");
        for (String part : List.of("rules", "spreadsheets/policy", "spreadsheets/vocabulary")) {
            Files.createDirectories(home.resolve(part));
            try (Stream<Path> files = Files.list(Path.of(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, home.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        return home;
    }
}
