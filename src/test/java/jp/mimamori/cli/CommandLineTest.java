package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people meet before anything is read: help, wrong usage, files that are no spreadsheets, targets that cannot be written. */
class CommandLineTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "plan", "read", "assess", "decide", "schedule", "policy", "policy check", "policy verify",
        "policy diff", "policy simulate", "serve", "backup", "restore", "audit", "audit verify"})
    void every_command_has_help_in_both_languages_with_an_example(String command) throws Exception {
        String[] words = command.isEmpty() ? new String[0] : command.split(" ");
        String japanese = help(words, "ja");
        String english = help(words, "en");
        assertThat(japanese).contains("使い方:", "例:", "mimamori " + command).doesNotContain("Usage:");
        assertThat(english).contains("Usage:", "Example:", "mimamori " + command);
        assertThat(english).doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
        assertThat(optionsWithoutWords(japanese)).isEmpty();
        assertThat(optionsWithoutWords(english)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "read", "assess", "decide", "schedule", "policy", "policy check", "policy verify",
        "policy diff", "policy simulate", "serve", "backup", "restore", "audit", "audit verify"})
    void an_example_stands_on_one_line_of_a_terminal(String command) throws Exception {
        for (String language : new String[] {"ja", "en"}) {
            assertThat(help(command.split(" "), language).lines().filter(line -> line.strip().startsWith("mimamori ")))
                    .isNotEmpty().allSatisfy(line -> {
                        assertThat(line.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum()).as(line).isLessThan(80);
                        assertThat(line).doesNotEndWith("--out");
                    });
        }
    }

    @Test
    void what_is_wrong_with_a_command_line_is_said_for_what_it_is() throws Exception {
        assertThat(Program.in(folder).run("plan", "x.xlsx", "--as-of", "2026-02-30", "--lang", "ja").err())
                .contains("2026-02-30", "存在しない日");
        assertThat(Program.in(folder).run("plan", "--lang", "ja").err()).contains("読み込むファイルを指定してください");
        assertThat(Program.in(folder).run("plan", "x.xlsx", "--lang", "ja", "--out").err()).contains("--out").doesNotContain("読み込むファイル");
        assertThat(help(new String[] {"plan"}, "en")).contains("Default: 10", "Default: 13");
    }

    @Test
    void no_option_writes_over_a_file_that_is_read_not_even_through_a_link() throws Exception {
        Path ledger = Files.writeString(folder.resolve("台帳.csv"), "機器番号,機器名,ネットワーク接続\nME-1,CT装置,○\n");
        String before = Files.readString(ledger);
        Path link = Files.createSymbolicLink(folder.resolve("別名.json"), ledger);
        for (Path target : List.of(ledger, folder.resolve("./台帳.csv"), link)) {
            for (String command : new String[] {"read", "assess", "plan"}) {
                Program.Run run = Program.in(folder).run(command, ledger, "--json", target, "--lang", "ja");
                assertThat(run.exit()).as(run.err()).isEqualTo(2);
                assertThat(run.err()).contains("入力ファイル", "上書きしません");
            }
        }
        assertThat(Files.readString(ledger)).isEqualTo(before);
    }

    @Test
    void a_mapping_file_is_never_written_over_by_a_result() throws Exception {
        Path ledger = Files.writeString(folder.resolve("台帳.csv"), "機器番号,機器名,謎の欄\nME-1,CT装置,○\n");
        assertThat(Program.in(folder).run("read", ledger, "--save-mapping", "対応表.xlsx").exit()).isZero();
        byte[] before = Files.readAllBytes(folder.resolve("対応表.xlsx"));
        assertThat(Program.in(folder).run("read", ledger, "--mapping", "対応表.xlsx", "--json", "対応表.xlsx").exit()).isEqualTo(2);
        assertThat(Program.in(folder).run("assess", ledger, "--mapping", "対応表.xlsx", "--out", "対応表.xlsx").exit()).isEqualTo(2);
        assertThat(Files.readAllBytes(folder.resolve("対応表.xlsx"))).isEqualTo(before);
        assertThat(Program.in(folder).run("read", ledger, "--mapping", folder, "--lang", "ja").err()).contains("フォルダ").doesNotContain("見つかりません");
    }

    @Test
    void an_output_that_is_cut_short_is_no_success() throws Exception {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(full), "no full device here");
        Path ledger = Files.writeString(folder.resolve("台帳.csv"), "機器番号,機器名,ネットワーク接続\nME-1,CT,○\n");
        Program.Run run = Program.in(folder).into(full).run("read", ledger, "--lang", "ja");
        assertThat(run.exit()).isEqualTo(Exit.FAULT);
        assertThat(run.err().lines().filter(line -> line.startsWith("mimamori: "))).singleElement().asString().contains("標準出力");
    }

    @Test
    void read_names_what_is_to_be_checked_once_for_each_kind_with_the_cells() throws Exception {
        StringBuilder rows = new StringBuilder("機器番号,機器名,ネットワーク接続\n");
        for (int i = 1; i <= 40; i++) {
            rows.append("ME-").append(i).append(",CT装置,").append(i % 10 == 0 ? "たぶん" : "○").append('\n');
        }
        Path ledger = Files.writeString(folder.resolve("台帳.csv"), rows);
        Program.Run run = Program.in(folder).run("read", ledger, "--lang", "ja");
        assertThat(run.out().lines().filter(line -> line.contains("たぶん"))).singleElement().asString()
                .contains("台帳.csv C11", "ほかに 3 件", "C21, C31, C41");
        assertThat(run.out()).contains("--annotated").doesNotContain("問題と仮定");
        assertThat(Program.in(folder).run("read", ledger, "--lang", "en").out()).contains("C11", "3 more times (C21, C31, C41)");
    }

    private String help(String[] words, String language) throws Exception {
        Object[] args = Stream.concat(Stream.of(words), Stream.of("--help", "--lang", language)).toArray();
        if (words.length == 0) {
            args = new Object[] {"--help"};
            return Program.in(folder).withLocale(language.equals("en") ? "en_US.UTF-8" : "fr_FR.UTF-8").run(args).out();
        }
        Program.Run run = Program.in(folder).run(args);
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static List<String> optionsWithoutWords(String help) {
        return help.lines().filter(line -> line.matches("\\s+-[-\\w, ]+(=\\S+)?\\s*")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan --nosuch x.xlsx", "nosuch", "plan", "plan x.xlsx --as-of 31/12/2025", "plan x.xlsx --lang fr",
            "plan x.xlsx --weeks 0", "plan x.xlsx --seconds -1", "read nosuchrole=x.xlsx", "assess x.xlsx --as-of 2026-09-10 --imported 2026-09-11", "policy", "plan x.xlsx --out plan.pdf"})
    void wrong_usage_is_one_clear_line_and_status_2(String line) throws Exception {
        Program.Run run = Program.in(folder).run((Object[]) line.split(" "));
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("mimamori: ").doesNotContain("Exception", "\tat ");
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_that_is_not_there_is_named() throws Exception {
        Program.Run run = Program.in(folder).run("plan", "無い台帳.xlsx");
        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE_INPUT);
        assertThat(run.err()).contains("無い台帳.xlsx").doesNotContain("Exception");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>ログインしてください</body></html>", "PK\u0003\u0004 cut short", "ただの文章です。"})
    void a_file_that_is_no_spreadsheet_gives_one_line_and_nothing_written(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("台帳.xlsx"), content);
        Program.Run run = Program.in(folder).run("plan", file, "--out", "plan.xlsx", "--json", "plan.json");
        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE_INPUT);
        assertThat(run.err().lines().filter(l -> l.startsWith("mimamori: "))).hasSize(1).first().asString().contains("台帳.xlsx");
        assertThat(run.err()).doesNotContain("Exception", "\tat ");
        assertThat(files()).containsExactly("台帳.xlsx");
    }

    @Test
    void one_unusable_file_among_several_stops_all_and_writes_nothing() throws Exception {
        Path good = ledger();
        Path bad = Files.writeString(folder.resolve("壊れた.xlsx"), "");
        Program.Run run = Program.in(folder).run("plan", good, bad, "--seconds", "0");
        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE_INPUT);
        assertThat(run.err()).contains("壊れた.xlsx");
        assertThat(files()).containsExactlyInAnyOrder("台帳.csv", "壊れた.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuchfolder/plan.xlsx", "folder.xlsx"})
    void a_target_that_cannot_be_written_is_told_before_the_work(String target) throws Exception {
        Path good = ledger();
        Files.createDirectory(folder.resolve("folder.xlsx"));
        Program.Run run = Program.in(folder).run("plan", good, "--out", target, "--seconds", "0");
        assertThat(run.exit()).isEqualTo(Exit.FAULT);
        assertThat(run.err()).startsWith("mimamori: ").contains(target).doesNotContain("Exception");
        assertThat(files()).containsExactlyInAnyOrder("台帳.csv", "folder.xlsx");
    }

    @Test
    void a_ledger_is_never_overwritten() throws Exception {
        Path good = Files.move(ledger(), folder.resolve("台帳.xlsx"));
        String before = Files.readString(good);
        Program.Run run = Program.in(folder).run("plan", good, "--out", "台帳.xlsx", "--seconds", "0");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("台帳.xlsx");
        assertThat(Files.readString(good)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dfile.encoding=Shift_JIS", "-Dfile.encoding=US-ASCII", "-Duser.language=tr"})
    void japanese_names_and_texts_survive_any_default_charset(String option) throws Exception {
        Path good = ledger();
        Program.Run run = Program.in(folder).withOption(option).run("read", good, "--json", "読み.json", "--lang", "ja");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("台帳.csv");
        assertThat(Files.readString(folder.resolve("読み.json"))).contains("輸液ポンプ", "台帳.csv");
    }

    @Test
    void japanese_names_survive_a_locale_that_knows_no_japanese() throws Exception {
        Path good = ledger();
        Program.Run run = Program.in(folder).withLocale("C").run("read", good, "--json", "読み.json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("読み.json"))).contains("輸液ポンプ", "台帳.csv");
    }

    @Test
    void json_on_standard_output_is_nothing_but_json() throws Exception {
        Program.Run run = Program.in(folder).run("read", ledger(), "--json", "-");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("{").endsWith("}\n");
        assertThat(run.err()).contains("台帳.csv");
    }

    private Path ledger() throws Exception {
        return Files.writeString(folder.resolve("台帳.csv"), """
                管理番号,発見日,機器名,機器ID,ソフトウェア/OS,脆弱性情報,深刻度（CVSS）,リスク評価,対応方針,対応内容,対応状況,完了予定日,完了日,備考
                V-1,2026-09-01,輸液ポンプ,ME-1,,CVE-2020-0796,CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H,重大,修正,,未対応,2026-10-31,,
                """);
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
