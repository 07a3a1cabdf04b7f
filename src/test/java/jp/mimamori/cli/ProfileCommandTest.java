package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A profile on top of the policy, as a person asks for it: of two like findings only that of the IT asset is raised. */
class ProfileCommandTest {

    private static final String SERVER = "V-2";
    private static final String CT = "V-1";

    @TempDir
    Path folder;

    private Path ledger;

    @BeforeEach
    void a_ledger_with_a_device_and_a_server_exploited_from_the_inside() throws Exception {
        ledger = Files.writeString(folder.resolve("台帳.csv"), """
                管理番号,発見日,機器名,機器ID,脆弱性情報,深刻度（CVSS）,リスク評価,対応方針,対応状況,悪用状況
                V-1,2026-09-01,CT装置,ME-1,CVE-2020-0796,CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N,中等度,修正,未対応,悪用あり
                V-2,2026-09-01,プリンタ,IT-1,CVE-2020-0797,CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N,軽微,修正,未対応,悪用あり
                """);
    }

    @Test
    void assess_and_plan_take_it_and_name_it_in_their_version() throws Exception {
        JsonNode as = run("assess", "assess");
        JsonNode with = run("assess", "assess", "--profile", "bod-26-04");
        JsonNode planned = run("plan", "plan", "--profile", "bod-26-04", "--seconds", "1", "--out", "plan.xlsx");
        assertThat(urgencies(as).get(CT)).isEqualTo(urgencies(with).get(CT));
        assertThat(urgencies(with).get(SERVER)).isEqualTo("OUT_OF_CYCLE").isNotEqualTo(urgencies(as).get(SERVER));
        assertThat(urgencies(planned)).isEqualTo(urgencies(with));
        assertThat(with.path("policy").asString()).isNotEqualTo(as.path("policy").asString()).isEqualTo(planned.path("policy").asString());
        assertThat(folder.resolve("plan.xlsx")).isNotEmptyFile();
    }

    @Test
    void simulate_takes_an_edition_with_a_profile_and_says_the_same_of_the_one_that_changes() throws Exception {
        JsonNode simulated = run("simulate", "policy simulate", "--against", "shipped+bod-26-04", "--no-windows");
        Map<String, String> after = urgencies(run("assess", "assess", "--profile", "bod-26-04"));
        assertThat(simulated.path("counts").path("changed").asInt()).isEqualTo(1);
        JsonNode change = simulated.path("changes").get(0);
        assertThat(change.toString()).contains(SERVER, after.get(SERVER)).doesNotContain(CT + "#");
        assertThat(simulated.path("policy").path("to").path("edition").asString()).contains("bod-26-04");
        assertThat(simulated.path("policy").path("decides").asBoolean()).isTrue();
    }

    @Test
    void a_profile_that_nobody_knows_is_wrong_usage() throws Exception {
        Program.Run run = Program.in(folder).run("assess", ledger, "--profile", "bod-99");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("bod-99", "bod-26-04");
    }

    private static Map<String, String> urgencies(JsonNode assessed) {
        Map<String, String> urgencies = new TreeMap<>();
        assessed.path("decisions").forEach(one -> urgencies.put(one.path("findingId").asString(), one.path("urgency").asString()));
        return urgencies;
    }

    private JsonNode run(String schema, String command, String... options) throws Exception {
        Path json = folder.resolve("out.json");
        List<Object> args = new ArrayList<>(List.of((Object[]) command.split(" ")));
        args.addAll(List.of(ledger, "--as-of", "2026-09-10", "--json", json));
        args.addAll(List.of(options));
        Program.Run run = Program.in(folder).run(args.toArray());
        assertThat(run.exit()).as(run.all()).isZero();
        String text = Files.readString(json);
        Contract.assertKept(schema, text);
        return new JsonMapper().readTree(text);
    }
}
