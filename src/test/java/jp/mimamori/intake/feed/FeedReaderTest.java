package jp.mimamori.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.language.Language;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedReaderTest {

    private static final String KEV = """
            cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes
            CVE-2021-44228,Apache,Log4j2,"Log4j, remote",2021-12-10,"a ""quoted"" text",Patch,2021-12-24,Known,,CWE-20
            CVE-2025-48384,Git,Git,Link,2025-08-25,"two
            lines",Patch,2025-09-15,Unknown,,CWE-59
            """;
    private static final String EPSS = """
            #model_version:v2025.03.14,score_date:2025-09-10T12:55:00Z
            cve,epss,percentile
            CVE-2021-44228,0.94358,0.99955
            CVE-2020-0001,0.00042,0.1
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path zipped(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static Feed read(Path file, SheetRole forced) throws UnusableFileException {
        return new FeedReader().read(file, forced).orElseThrow();
    }

    @Test
    void a_kev_csv_is_recognised_and_dated_by_its_newest_entry() throws Exception {
        Feed feed = read(file("悪用一覧.csv", "\uFEFF" + KEV), null);
        assertThat(feed.kev().ids()).containsExactlyInAnyOrder("CVE-2021-44228", "CVE-2025-48384");
        assertThat(feed.kev().date()).isEqualTo("2025-08-25");
        assertThat(feed.issues()).isEmpty();
        assertThat(feed.file().file()).isEqualTo("悪用一覧.csv");
        assertThat(feed.file().sha256()).hasSize(64);
        assertThat(feed.file().sheets()).singleElement().returns(SheetRole.KEV, s -> s.role()).returns(2, s -> s.rows()).returns(1, s -> s.headerRow());
    }

    @Test
    void a_kev_json_is_dated_by_its_release() throws Exception {
        Feed feed = read(file("kev.json", """
                {"title":"x","dateReleased":"2025-08-25T17:04:19.9796Z","count":1,"vulnerabilities":[{"cveID":"CVE-2021-44228","cwes":["CWE-20"]}]}"""), null);
        assertThat(feed.kev().date()).isEqualTo("2025-08-25");
        assertThat(feed.kev().ids()).containsExactly("CVE-2021-44228");
        assertThat(feed.issues()).isEmpty();
    }

    @Test
    void a_kev_json_with_entries_missing_proves_nothing() throws Exception {
        Feed feed = read(file("kev.json", """
                {"dateReleased":"2025-08-25","count":2,"vulnerabilities":[{"cveID":"CVE-2021-44228"}]}"""), null);
        assertThat(feed.kev().date()).isNull();
        assertThat(feed.issues()).extracting(Issue::code).containsExactly("FEED-005", "FEED-001");
    }

    @Test
    void an_epss_csv_is_dated_by_its_first_line_and_may_be_zipped_under_any_name() throws Exception {
        for (Path file : new Path[] {file("a.csv", EPSS), zipped("b.csv.gz", EPSS.getBytes(StandardCharsets.UTF_8)), zipped("c.bin", EPSS.getBytes(StandardCharsets.UTF_8))}) {
            Feed feed = read(file, null);
            assertThat(feed.epss().date()).isEqualTo("2025-09-10");
            assertThat(feed.epss().scores()).containsEntry("CVE-2021-44228", 0.94358).hasSize(2);
            assertThat(feed.issues()).isEmpty();
        }
    }

    @Test
    void an_epss_cut_without_its_first_line_is_undated_and_said() throws Exception {
        Feed feed = read(file("cut.csv", EPSS.substring(EPSS.indexOf('\n') + 1)), null);
        assertThat(feed.epss().date()).isNull();
        assertThat(feed.issues()).singleElement().returns("FEED-001", Issue::code).returns(Severity.WARNING, Issue::severity);
    }

    @Test
    void rows_that_are_no_entries_are_set_aside_with_their_line() throws Exception {
        Feed feed = read(file("epss.csv", EPSS + "CVE-2020-0002,1.5,0\nsomething,0.1,0\n"), null);
        assertThat(feed.file().sheets().get(0)).returns(4, s -> s.rows()).returns(2, s -> s.accepted()).returns(2, s -> s.setAside());
        assertThat(feed.issues()).extracting(i -> i.place().row()).containsExactly(5, 6);
    }

    @Test
    void a_mirror_of_both_is_epss_unless_the_user_says_kev() throws Exception {
        String mirror = "CVE,CVSS3,EPSS,EPSS Percentile,Description,Vendor,Product\nCVE-2025-62593,8.8,0.01015,0.60644,text,Ray,Ray\n";
        Feed guessed = read(file("mirror.csv", mirror), null);
        assertThat(guessed.epss().scores()).containsEntry("CVE-2025-62593", 0.01015);
        assertThat(guessed.issues()).extracting(Issue::code).contains("FEED-002", "FEED-001");
        Feed said = read(file("mirror.csv", mirror), SheetRole.KEV);
        assertThat(said.kev().ids()).containsExactly("CVE-2025-62593");
        assertThat(said.kev().date()).isNull();
    }

    @Test
    void a_hospital_s_own_ledger_is_no_feed() throws Exception {
        assertThat(new FeedReader().read(file("台帳.csv", "管理番号,CVE,EPSS,対応方針\nVT-1,CVE-2021-44228,0.9,修正\n"), null)).isEmpty();
        assertThat(new FeedReader().read(file("台帳.csv", "\"broken"), null)).isEmpty();
        assertThat(new FeedReader().read(file("empty.csv", ""), null)).isEmpty();
        assertThat(new FeedReader().read(file("a.json", "{\"data\":[{\"a\":1}]}"), null)).isEmpty();
        assertThat(new FeedReader().read(file("book.xlsx", "PK\u0003\u0004…"), null)).isEmpty();
        assertThat(new FeedReader().read(file("devices.csv", "機器番号\n1\n"), SheetRole.INVENTORY)).isEmpty();
    }

    @Test
    void a_file_that_was_said_to_be_a_feed_but_is_none_is_unusable() throws IOException {
        Path ledger = file("台帳.csv", "管理番号,対応方針\nVT-1,修正\n");
        assertThatThrownBy(() -> read(ledger, SheetRole.KEV)).isInstanceOfSatisfying(UnusableFileException.class, e -> {
            assertThat(e.issue().code()).isEqualTo("FEED-007");
            assertThat(e.issue().message().in(Language.JA)).contains("台帳.csv");
        });
        Path kev = file("kev.csv", KEV);
        assertThatThrownBy(() -> read(kev, SheetRole.EPSS)).isInstanceOf(UnusableFileException.class);
        assertThatThrownBy(() -> read(folder.resolve("gone.csv"), SheetRole.EPSS)).isInstanceOf(UnusableFileException.class);
    }

    @Test
    void a_broken_download_is_unusable() throws IOException {
        byte[] whole = Files.readAllBytes(zipped("epss.csv.gz", EPSS.repeat(2000).getBytes(StandardCharsets.UTF_8)));
        Path cut = Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(cut, null)).isInstanceOfSatisfying(UnusableFileException.class, e -> assertThat(e.issue().code()).isEqualTo("FEED-006"));
        Path json = file("kev.json", "{\"dateReleased\":\"2025-08-25\",\"vulnerabilities\":[{\"cveID\":\"CVE-2021-");
        assertThatThrownBy(() -> read(json, null)).isInstanceOf(UnusableFileException.class);
    }

    @Test
    void an_epss_json_is_an_excerpt_that_can_only_raise() throws Exception {
        Feed feed = read(file("api.json", "{\"status\":\"OK\",\"data\":[{\"cve\":\"CVE-2021-44228\",\"epss\":\"0.94358\",\"percentile\":\"0.99\",\"date\":\"2025-09-10\"}]}"), null);
        assertThat(feed.epss().scores()).containsEntry("CVE-2021-44228", 0.94358);
        assertThat(feed.epss().date()).isNull();
        assertThat(feed.issues()).extracting(Issue::code).contains("FEED-004");
    }

    @Test
    void a_zip_bomb_is_stopped() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("cve,epss,percentile\n".getBytes(StandardCharsets.UTF_8));
            byte[] lines = ("x".repeat(1000) + ",0.1,0\n").repeat(1 << 10).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 70; i++) {
                gzip.write(lines);
            }
        }
        Path bomb = Files.write(folder.resolve("bomb.gz"), bytes.toByteArray());
        assertThatThrownBy(() -> read(bomb, null)).isInstanceOfSatisfying(UnusableFileException.class, e -> assertThat(e.issue().code()).isEqualTo("FEED-008"));
    }

    @Test
    void the_public_files_are_read_as_they_are() throws Exception {
        Path data = Path.of("../shared/data");
        assumeTrue(Files.isDirectory(data.resolve("kev")), "public feeds are not beside the project: skipped");
        assertThat(read(data.resolve("kev/known_exploited_vulnerabilities-2025-08-25.csv"), null).kev()).returns(1404, k -> k.ids().size()).returns(java.time.LocalDate.of(2025, 8, 25), k -> k.date());
        assertThat(read(data.resolve("kev/known_exploited_vulnerabilities-2025-08-25.min.json"), null).kev().ids()).hasSize(1404);
        assertThat(read(data.resolve("kev/known_exploited_vulnerabilities-2025-11-14.csv"), null).kev()).returns(1460, k -> k.ids().size()).returns(java.time.LocalDate.of(2025, 11, 14), k -> k.date());
        assertThat(read(data.resolve("kev/epss_kev_nvd-2026-08-22.csv"), SheetRole.KEV).kev().ids()).hasSize(1556);
        assertThat(read(data.resolve("epss/epss-kev-2026-08-22.csv"), null).epss()).returns(1556, e -> e.scores().size()).returns(null, e -> e.date());
        assertThat(read(data.resolve("epss/grype-fixture-epss.json"), null).epss().scores()).hasSize(15);
    }
}
