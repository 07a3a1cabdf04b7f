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

    @Test
    void the_profile_of_bod_26_04_is_proven_for_each_kind_of_asset() throws Exception {
        Program.Run run = Program.in(folder).run("policy", "verify", "--profile", "bod-26-04", "--lang", "ja", "--json", "proof.json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("3,240,000", "＋bod-26-04", "証明できました").doesNotContain("✗", "BOD-");
        Contract.assertKept("policy-verify", Files.readString(folder.resolve("proof.json")));
    }

    @Test
    void a_profile_that_is_not_monotone_is_shown_with_its_row_and_the_kind_of_asset() throws Exception {
        Path home = copy();
        Path profile = home.resolve("spreadsheets/policy/profiles/bod-26-04/bod-26-04.xlsx");
        Files.createDirectories(profile.getParent());
        try (InputStream in = Files.newInputStream(Path.of("spreadsheets/policy/profiles/bod-26-04/bod-26-04.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            book.getSheet("追加の主張").getRow(8).getCell(6).setCellValue("計画"); // BOD-005: exploited and open to the internet
            try (OutputStream out = Files.newOutputStream(profile)) {
                book.write(out);
            }
        }
        Program.Run run = Program.in(folder).run("policy", "verify", "--home", home.toString(), "--profile", "bod-26-04", "--lang",
                "ja", "--json", "-");
        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE_POLICY);
        assertThat(run.err()).contains("✗ リスクが上がれば軽くならない", "BOD-00", "資産区分", "IT機器").doesNotContain("Exception");
        Contract.assertKept("policy-verify", run.out());
        assertThat(run.out()).contains("\"asset\":\"IT\"");
    }

    @Test
    void a_name_that_is_no_profile_is_wrong_usage_and_told_with_those_there_are() throws Exception {
        for (List<String> command : List.of(List.of("policy", "verify", "--profile", "bod"), List.of("policy", "check", "--profile", "bod"),
                List.of("policy", "diff", "shipped", "shipped+bod"), List.of("decide", "-", "--profile", "bod"))) {
            Program.Run run = Program.in(folder).run(command.toArray());
            assertThat(run.exit()).as(run.err()).isEqualTo(Exit.USAGE);
            assertThat(run.err()).contains("bod-26-04").doesNotContain("Exception");
        }
    }

    @Test
    void decide_and_diff_know_the_profile() throws Exception {
        String line = "{\"id\":\"a\",\"asset\":\"IT\",\"safety\":\"NEGLIGIBLE\",\"operation\":\"LOW\",\"exposure\":\"INTERNET\","
                + "\"exploitation\":\"ACTIVE\",\"support\":\"SUPPORTED\",\"leak\":\"NONE\",\"cvssScore\":5.0,\"automatable\":\"NO\","
                + "\"attackVector\":\"N\",\"patch\":\"PATCH_APPROVED\",\"cost\":\"LOW\"}\n";
        Path facts = Files.writeString(folder.resolve("facts.jsonl"), line);
        assertThat(Program.in(folder).run("decide", facts).out()).contains("\"urgency\":\"OUT_OF_CYCLE\"").doesNotContain("BOD-");
        Program.Run run = Program.in(folder).run("decide", facts, "--profile", "bod-26-04");
        assertThat(run.out()).contains("\"urgency\":\"IMMEDIATE\"", "BOD-005");
        Contract.assertKept("decide-decision", run.out().lines().findFirst().orElseThrow());
        Program.Run diff = Program.in(folder).run("policy", "diff", "標準", "標準+bod-26-04", "--lang", "ja", "--json", "diff.json");
        assertThat(diff.out()).contains("BOD-001 追加", "資産区分 IT機器", "緩くなる 0").doesNotContain("注意");
        Contract.assertKept("policy-diff", Files.readString(folder.resolve("diff.json")));
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
