package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job as a person runs it: files in, workbook and JSON out, every row accounted for. */
class MainJobTest {

    private static final Path EXAMPLES = Path.of("spreadsheets/examples").toAbsolutePath();
    private static final Path SHARED = Path.of("../shared/data/workbooks").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_whole_sample_hospital_becomes_a_plan(Path hospital) throws Exception {
        JsonNode plan = plan(files(hospital), "--as-of", "2026-09-10", "--lang", "ja");
        assertThat(plan.path("devices").size()).isGreaterThan(100);
        assertThat(words(plan.path("decisions"), "urgency")).contains("IMMEDIATE", "OUT_OF_CYCLE", "SCHEDULED", "DEFER");
        assertThat(words(plan.path("decisions"), "treatment")).contains("FIX", "MITIGATE", "ACCEPT");
        assertThat(plan.path("schedule").path("score").path("hard").asInt()).isZero();
        assertThat(plan.path("schedule").path("assignments").size()).isGreaterThan(50);
    }

    @Test
    void a_ledger_alone_gives_decisions_and_a_schedule_on_stated_assumptions() throws Exception {
        Path ledger = Files.writeString(folder.resolve("台帳.csv"), """
                管理番号,発見日,機器名,機器ID,ソフトウェア/OS,脆弱性情報,深刻度（CVSS）,リスク評価,対応方針,対応内容,対応状況,完了予定日,完了日,備考
                V-1,2026-09-01,輸液ポンプ,ME-1,,CVE-2020-0796,CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H,重大,修正,,未対応,2026-10-31,,
                V-2,2026-09-01,CT装置,ME-2,,"CVE-2019-0708、CVE-2017-0144",9.8,,緩和策,,対応中,,,
                V-3,2026-09-01,心電計,ME-3,,CVE-2020-1472,,,,,完了,,,
                """);
        JsonNode plan = plan(List.of(ledger), "--as-of", "2026-09-10");
        assertThat(plan.path("devices").size()).isZero();
        assertThat(plan.path("decisions").size()).as("one per open row and vulnerability").isEqualTo(3);
        assertThat(words(plan.path("notDecided"), "reason")).containsExactly("DONE");
        assertThat(plan.path("problem").path("tasks").size()).isEqualTo(1);
        assertThat(plan.path("schedule").path("assignments").size()).isEqualTo(1);
        assertThat(words(plan.path("issues"), "severity")).contains("INFO");
    }

    @Test
    void an_acceptance_that_ended_is_decided_again_whatever_its_status_says() throws Exception {
        Path ledger = Files.writeString(folder.resolve("台帳.csv"), """
                管理番号,発見日,機器名,機器ID,脆弱性情報,対応方針,対応状況,受容期限
                V-1,2025-09-01,輸液ポンプ,ME-1,CVE-2020-0796,受容,完了,2026-09-09
                V-2,2025-09-01,輸液ポンプ,ME-1,CVE-2019-0708,受容,完了,2026-09-10
                """);
        JsonNode assessed = assess(List.of(ledger));
        assertThat(words(assessed.path("decisions"), "findingId")).containsExactly("V-1");
        assertThat(words(assessed.path("notDecided"), "findingId")).containsExactly("V-2");
        assertThat(words(assessed.path("findings"), "status")).as("as the sheet says").containsExactly("DONE", "DONE");
    }

    @Test
    void an_inventory_alone_gives_an_empty_but_whole_plan() throws Exception {
        Path inventory = Files.writeString(folder.resolve("機器.csv"), "管理番号,機器名,設置場所\nME-1,輸液ポンプ,ICU\n");
        JsonNode plan = plan(List.of(inventory), "--as-of", "2026-09-10");
        assertThat(plan.path("devices").size()).isEqualTo(1);
        assertThat(plan.path("decisions").isArray()).isTrue();
        assertThat(plan.path("schedule").path("assignments").isArray()).isTrue();
    }

    @Test
    void the_same_input_gives_the_same_decisions_whatever_the_order_of_the_files() throws Exception {
        List<Path> files = files(examples().findFirst().orElseThrow());
        JsonNode forth = assess(files);
        List<Path> reversed = new ArrayList<>(files);
        java.util.Collections.reverse(reversed);
        JsonNode back = assess(reversed);
        assertThat(outcomes(back)).isEqualTo(outcomes(forth));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a01-deck-ledger", "a02-ce-inventory-merged", "a03-printed-ledger-wareki", "a04-cp932-csv",
            "a05-xls-departments", "a06-utilisation-bookings-staff", "a07-big-hospital"})
    void shared_hospitals_become_plans_as_they_are(String name) throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve(name)), "no shared workbooks beside the project: " + name + " is skipped");
        JsonNode plan = plan(files(SHARED.resolve(name)), "--as-of", "2025-09-11");
        assertThat(plan.path("schedule").path("score").path("hard").asInt()).isZero();
    }

    @Test
    void decide_answers_each_line_in_place() throws Exception {
        Path facts = Files.writeString(folder.resolve("facts.jsonl"), """
                {"id":"a","asset":"IT","safety":"NEGLIGIBLE","operation":"LOW","exposure":"INTERNET","exploitation":"POC","support":"SUPPORTED","leak":"NONE","cvssScore":9.8,"automatable":"YES","attackVector":"N","patch":"PATCH_APPROVED","cost":"LOW","discovered":"2025-09-11"}
                {"id":"b","safety":"VERY BAD"}
                {"id":"c"
                {"id":"d"}
                """);
        Program.Run run = Program.in(folder).run("decide", facts);
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(4);
        lines.forEach(line -> Contract.assertKept("decide-decision", line));
        JsonMapper mapper = new JsonMapper();
        assertThat(mapper.readTree(lines.get(0)).path("urgency").asString()).isEqualTo("IMMEDIATE");
        assertThat(mapper.readTree(lines.get(0)).path("dueDate").asString()).isEqualTo("2025-09-14");
        assertThat(mapper.readTree(lines.get(1)).path("line").asInt()).isEqualTo(2);
        assertThat(mapper.readTree(lines.get(2)).path("line").asInt()).isEqualTo(3);
        assertThat(mapper.readTree(lines.get(3)).path("provisional").asBoolean()).isTrue();
        assertThat(mapper.readTree(lines.get(3)).path("urgency").asString()).isEqualTo("OUT_OF_CYCLE");
    }

    @Test
    void a_plan_s_problem_can_be_scheduled_again_and_keeps_its_windows() throws Exception {
        JsonNode plan = plan(files(examples().findFirst().orElseThrow()), "--as-of", "2026-09-10");
        Path problem = Files.writeString(folder.resolve("problem.json"), plan.path("problem").toString());
        Path previous = Files.writeString(folder.resolve("schedule.json"), plan.path("schedule").toString());
        Program.Run run = Program.in(folder).run("schedule", problem, "--previous", previous, "--seconds", "1", "--json", "-");
        assertThat(run.exit()).as(run.err()).isZero();
        Contract.assertKept("schedule", run.out());
        JsonNode again = new JsonMapper().readTree(run.out());
        assertThat(again.path("score").path("hard").asInt()).isZero();
        assertThat(again.path("assignments").size()).isGreaterThanOrEqualTo(plan.path("schedule").path("assignments").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"id\":\"X\"}", "null", "{\"id\":\"X\",\"tasks\":[{\"duration\":-1}]}"})
    void a_broken_planning_problem_is_refused_with_its_place(String content) throws Exception {
        Path problem = Files.writeString(folder.resolve("problem.json"), content);
        Program.Run run = Program.in(folder).run("schedule", problem, "--json", "out.json");
        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE_INPUT);
        assertThat(run.err()).startsWith("mimamori: ").contains("problem.json").doesNotContain("Exception");
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @Test
    void rules_of_the_hospital_s_own_decide_where_they_are_given() throws Exception {
        Path home = Files.createDirectory(folder.resolve("当院"));
        copy(Path.of("rules"), home.resolve("rules"));
        copy(Path.of("spreadsheets/policy"), home.resolve("spreadsheets/policy"));
        copy(Path.of("spreadsheets/vocabulary"), home.resolve("spreadsheets/vocabulary"));
        Program.Run whole = Program.in(folder).run("policy", "check", "--home", home);
        assertThat(whole.exit()).as(whole.err()).isZero();
        assertThat(whole.out()).contains("sha256:");

        Path broken;
        try (Stream<Path> rules = Files.list(home.resolve("rules"))) {
            broken = rules.filter(f -> f.toString().endsWith(".drl")).findFirst().orElseThrow();
        }
        Files.writeString(broken, Files.readString(broken).replace("when", "whne"));
        Program.Run refused = Program.in(folder).run("policy", "check", "--home", home);
        assertThat(refused.exit()).isEqualTo(Exit.UNUSABLE_POLICY);
        assertThat(refused.err()).contains(broken.getFileName().toString()).doesNotContain("\tat ");
    }

    @Test
    void a_word_list_that_cannot_be_used_is_named_with_its_line() throws Exception {
        Path home = Files.createDirectory(folder.resolve("当院"));
        copy(Path.of("rules"), home.resolve("rules"));
        copy(Path.of("spreadsheets/policy"), home.resolve("spreadsheets/policy"));
        copy(Path.of("spreadsheets/vocabulary"), home.resolve("spreadsheets/vocabulary"));
        Path categories = home.resolve("spreadsheets/vocabulary/categories.csv");
        Files.writeString(categories, Files.readString(categories).replace("CATASTROPHIC", "DREADFUL"));
        Path inventory = Files.writeString(folder.resolve("機器.csv"), "管理番号,機器名,設置場所\nME-1,輸液ポンプ,ICU\n");
        Program.Run run = Program.in(folder).run("read", inventory, "--home", home);
        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE_POLICY);
        assertThat(run.err()).contains("categories.csv", "DREADFUL", "CRITICAL").doesNotContain("Exception");
    }

    private JsonNode plan(List<Path> files, String... options) throws Exception {
        Path out = folder.resolve("計画.xlsx");
        Path json = folder.resolve("計画.json");
        List<Object> args = new ArrayList<>(List.of("plan"));
        args.addAll(files);
        args.addAll(List.of(options));
        args.addAll(List.of("--out", out, "--json", json, "--seconds", "1"));
        Program.Run run = Program.in(folder).run(args.toArray());
        assertThat(run.exit()).as(run.all()).isZero();
        assertThat(out).isNotEmptyFile();
        String text = Files.readString(json);
        Contract.assertKept("plan", text);
        JsonNode plan = new JsonMapper().readTree(text);
        balanced(plan);
        return plan;
    }

    @Test
    void a_row_that_names_several_devices_is_one_finding_and_decided_on_each() throws Exception {
        Path inventory = Files.writeString(folder.resolve("台帳.csv"), "機器ID,機器名,状態\nME-0101,人工呼吸器,使用中\nME-0102,人工呼吸器,廃棄\n"
                + "ME-0103,人工呼吸器,使用中\n");
        Path ledger = Files.writeString(folder.resolve("脆弱性.csv"), "管理番号,機器ID,機器名,脆弱性情報,対応状況\n"
                + "A,ME-0101～0103,人工呼吸器,CVE-2025-0001,未対応\nB,ME-0103,人工呼吸器,CVE-2025-0002,未対応\n");
        JsonNode assessed = assess(List.of(inventory, ledger));
        balanced(assessed);
        assertThat(assessed.path("findings").size()).isEqualTo(2);
        assertThat(assessed.path("findings").path(0).path("deviceId").asString("")).isEqualTo("ME-0101、ME-0102、ME-0103");
        assertThat(assessed.path("decisions").size()).isEqualTo(3);
        assertThat(assessed.path("notDecided").size()).isEqualTo(1);
    }

    private JsonNode assess(List<Path> files) throws Exception {
        List<Object> args = new ArrayList<>(List.of("assess"));
        args.addAll(files);
        args.addAll(List.of("--as-of", "2026-09-10", "--json", "-"));
        Program.Run run = Program.in(folder).run(args.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        Contract.assertKept("assess", run.out());
        return new JsonMapper().readTree(run.out());
    }

    /** Rows in = accepted + set aside; every accepted row of a ledger is decided or says why not. */
    private static void balanced(JsonNode plan) {
        int ledgerRows = 0;
        for (JsonNode file : plan.path("sources")) {
            for (JsonNode sheet : file.path("sheets")) {
                assertThat(sheet.path("rows").asInt()).isEqualTo(sheet.path("accepted").asInt() + sheet.path("setAside").asInt());
                ledgerRows += sheet.path("role").asString("").equals("LEDGER") ? sheet.path("accepted").asInt() : 0;
            }
        }
        assertThat(plan.path("findings").size()).isEqualTo(ledgerRows);
        int decided = 0;
        for (JsonNode finding : plan.path("findings")) {
            // a row that names several devices is one finding, decided on each of them
            decided += Math.max(1, finding.path("vulnerabilities").size()) * finding.path("deviceId").asString("").split("、").length;
        }
        for (JsonNode closed : plan.path("notDecided")) {
            decided -= Math.max(1, closed.path("vulnerabilities").size());
        }
        assertThat(plan.path("decisions").size()).as("decisions for all open rows, devices and vulnerabilities").isEqualTo(decided);
        assertThat(plan.path("schedule").path("assignments").size() + plan.path("schedule").path("unassigned").size())
                .isEqualTo(plan.path("problem").path("tasks").size());
    }

    private static List<String> words(JsonNode rows, String name) {
        List<String> words = new ArrayList<>();
        rows.forEach(row -> words.add(row.path(name).asString()));
        return words;
    }

    private static List<String> outcomes(JsonNode assessed) {
        List<String> outcomes = new ArrayList<>();
        assessed.path("decisions").forEach(d -> outcomes.add(d.path("id").asString() + " " + d.path("treatment").asString() + " "
                + d.path("urgency").asString() + " " + d.path("dueDate").asString("-")));
        outcomes.sort(null);
        return outcomes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.getFileName().toString().equals("expected.json")).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
