package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code read --annotated} seen from outside: what is refused, with which status, and that nothing is left behind. */
class AnnotatedTest {

    private static final String LEDGER = "管理番号,発見日,機器名,機器ID,脆弱性情報,深刻度（CVSS）,対応方針\nV-1,2025/9/1,CT,M-1,CVE-2020-0796,11.2,修正\n";

    @TempDir
    Path folder;

    private Path ledger(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, LEDGER, StandardCharsets.UTF_8);
    }

    private Program.Run read(Object... args) throws Exception {
        return Program.in(folder).run(Stream.concat(Stream.of("read", "--as-of", "2025-09-11", "--lang", "ja"), Stream.of(args)).toArray());
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_place_that_nothing_can_be_written_to_is_refused_before_the_reading() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no read-only place here");
        Program.Run run = read(ledger("台帳.csv"), "--annotated", "/proc/deep/back");
        assertThat(run.exit()).isEqualTo(Exit.FAULT);
        assertThat(run.all()).contains("/proc/deep/back").doesNotContain("読んでいます");
    }

    @Test
    void files_come_back_once_and_again_until_somebody_has_worked_on_them() throws Exception {
        Path first = ledger("a/台帳.csv");
        Path second = ledger("b/台帳.csv");
        Files.writeString(second, LEDGER.replace("V-1", "V-2"));
        Path out = folder.resolve("deep/back");
        // a temporary folder that is not there stands for one that is full
        Program.Run run = Program.in(folder).withOption("-Djava.io.tmpdir=" + folder.resolve("no such"))
                .run("read", first, second, "--as-of", "2025-09-11", "--annotated", out);
        assertThat(run.exit()).as(run.all()).isZero();
        assertThat(names(out)).hasSize(2).allMatch(name -> name.endsWith(".xlsx"));
        assertThat(read(first, second, "--annotated", out).exit()).isZero();
        Path back = out.resolve(names(out).get(0));
        try (Workbook book = new XSSFWorkbook(Files.newInputStream(back)); OutputStream to = Files.newOutputStream(back)) {
            book.write(to);
        }
        Program.Run refused = read(first, second, "--annotated", out);
        assertThat(refused.exit()).isEqualTo(Exit.USAGE);
        assertThat(refused.all()).contains("上書きしません");
        assertThat(names(out)).hasSize(2);
    }

    @Test
    void the_folder_of_the_inputs_and_one_that_cannot_be_made_are_refused_before_the_work() throws Exception {
        Path file = ledger("in/台帳.csv");
        Program.Run own = read(file, "--annotated", folder.resolve("in"));
        assertThat(own.exit()).isEqualTo(Exit.USAGE);
        Program.Run below = read(file, "--annotated", file.resolve("back"));
        assertThat(below.exit()).isEqualTo(Exit.FAULT);
        assertThat(below.all()).contains("書き込").doesNotContain("Exception");
        assertThat(names(folder.resolve("in"))).containsExactly("台帳.csv");
        assertThat(names(folder)).containsExactly("in");
    }

    @Test
    void one_unusable_file_stops_all_and_a_public_list_is_not_handed_back() throws Exception {
        Path file = ledger("台帳.csv");
        Path broken = Files.write(folder.resolve("壊れた.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Path out = folder.resolve("back");
        assertThat(read(file, broken, "--annotated", out).exit()).isEqualTo(Exit.UNUSABLE_INPUT);
        assertThat(out).doesNotExist();
        Path kev = Files.writeString(folder.resolve("kev.csv"),
                "cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes\n"
                + "CVE-2020-0796,Microsoft,SMBv3,SMB,2022-02-10,x,y,2022-08-10,Known,,\n");
        Program.Run run = read(file, "kev=" + kev, "--annotated", out);
        assertThat(run.exit()).as(run.all()).isZero();
        assertThat(run.out()).contains("公開リスト（kev.csv）");
        assertThat(names(out)).containsExactly("台帳.xlsx");
    }

    @Test
    void a_file_that_reads_but_cannot_be_marked_is_status_3_and_leaves_nothing() throws Exception {
        Path file = folder.resolve("長い.csv");
        Files.writeString(file, LEDGER + "V-9,2025/9/1,CT,M-1,CVE-2020-0796,7.5,修正" + ",".repeat(40) + "あ".repeat(32_768) + "\n");
        Path out = folder.resolve("deep/back");
        Program.Run run = read(file, "--json", folder.resolve("out.json"), "--annotated", out);
        assertThat(run.exit()).as(run.all()).isEqualTo(Exit.UNUSABLE_INPUT);
        assertThat(run.all()).contains("長い.csv").doesNotContain("Exception");
        assertThat(names(folder)).containsExactly("長い.csv");
    }
}
