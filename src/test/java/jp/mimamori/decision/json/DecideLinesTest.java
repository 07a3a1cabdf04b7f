package jp.mimamori.decision.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.drools.ShippedPolicy;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecideLinesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate AS_OF = LocalDate.of(2025, 10, 1);
    private static final String DECK = """
            {"id":"VT-1","asset":"MEDICAL","safety":"CRITICAL","operation":"HIGH","exposure":"INTERNAL_FLAT",\
            "exploitation":null,"support":"EOS_WITHIN_12M","leak":"PHI_LIMITED","cvssScore":7.5,"automatable":"YES",\
            "attackVector":"N","patch":"NO_PATCH","cost":"HIGH","discovered":"2025-09-11"}""";

    private DecideSummary summary = new DecideSummary(0, 0, 0, 0, 0, java.util.Map.of(), "");

    @Test
    void a_fact_becomes_a_decision_with_every_member_of_the_contract() throws IOException {
        JsonNode answer = decide(DECK + "\n").get(0);
        assertThat(answer.propertyNames()).containsExactly("id", "treatment", "urgency", "provisional", "range", "missing",
                "dueDays", "interimDueDays", "dueDate", "controls", "actions", "approver", "acceptanceDays", "claims", "reasons", "policy");
        assertThat(answer.get("id").asString()).isEqualTo("VT-1");
        assertThat(answer.get("treatment").asString()).isEqualTo("MITIGATE");
        assertThat(answer.get("range").toString()).isEqualTo("[\"SCHEDULED\",\"SCHEDULED\"]");
        assertThat(answer.get("missing").toString()).isEqualTo("[\"exploitation\"]");
        assertThat(answer.get("dueDate").asString()).isEqualTo("2025-11-10");
        assertThat(answer.get("interimDueDays").isNull()).isTrue();
        assertThat(answer.get("controls").toString()).isEqualTo("[\"C1|C2|C8\",\"C7\",\"C10\",\"C13\",\"C14\"]");
        assertThat(answer.get("reasons").get(0).get("text").asString()).isNotBlank();
        assertThat(answer.get("policy").asString()).startsWith("sha256:");
    }

    @Test
    void a_missing_field_null_and_UNKNOWN_are_the_same_unknown() throws IOException {
        List<JsonNode> answers = decide("""
                {"id":"a","safety":"UNKNOWN","cvssScore":"UNKNOWN"}
                {"id":"a","safety":null,"cvssScore":null,"discovered":null,"asset":null}
                {"id":"a"}
                """);
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
        assertThat(answers.get(0).get("missing")).hasSize(9);
        assertThat(answers.get(0).get("urgency").asString()).isEqualTo("OUT_OF_CYCLE");
    }

    @Test
    void a_bad_line_is_answered_in_its_place_and_the_run_goes_on() throws IOException {
        List<JsonNode> answers = decide(String.join("\n", DECK, "", "nonsense", "{\"safety\":\"HIGH\"}", "{\"cvssScore\":10.1}",
                "{\"cvssScore\":\"7.5\"}", "{\"discovered\":\"11.9.2025\"}", "[1]", "{\"id\":{}}", "{\"id\":1,\"id\":2}",
                "{} {}", DECK));
        assertThat(answers).hasSize(11);
        assertThat(answers.subList(1, 10)).extracting(answer -> answer.get("line").asInt())
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(answers.subList(1, 10)).extracting(answer -> answer.get("error").get("code").asString())
                .containsExactly("DECIDE-001", "DECIDE-002", "DECIDE-003", "DECIDE-003", "DECIDE-004", "DECIDE-001",
                        "DECIDE-005", "DECIDE-001", "DECIDE-001");
        assertThat(answers.get(2).get("error").get("message").asString()).contains("HIGH", "CRITICAL");
        assertThat(answers.get(10)).isEqualTo(answers.get(0));
        assertThat(List.of(summary.lines(), summary.decided(), summary.failed(), summary.blank()))
                .containsExactly(12L, 2L, 9L, 1L);
    }

    @Test
    void scores_of_zero_and_ten_are_scores() throws IOException {
        assertThat(decide("{\"id\":1,\"cvssScore\":0}\n{\"id\":2,\"cvssScore\":10}"))
                .allSatisfy(answer -> assertThat(answer.get("missing").toString()).doesNotContain("cvssScore"));
    }

    @Test
    void automatable_is_not_read_off_the_attack_vector() throws IOException {
        assertThat(decide("{\"id\":1,\"attackVector\":\"P\"}").get(0).get("missing").toString()).contains("automatable");
    }

    @Test
    void a_line_without_end_windows_line_ends_and_a_byte_order_mark_do_no_harm() throws IOException {
        List<JsonNode> answers = decide('\uFEFF' + DECK + "\r\n" + DECK);
        assertThat(answers).hasSize(2);
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
    }

    @Test
    void a_line_beyond_all_measure_is_refused_without_being_kept() throws IOException {
        List<JsonNode> answers = decide("{\"id\":\"" + "x".repeat(3_000_000) + "\"}\n" + DECK);
        assertThat(answers.get(0).get("error").get("code").asString()).isEqualTo("DECIDE-006");
        assertThat(answers.get(1).get("id").asString()).isEqualTo("VT-1");
    }

    @Test
    void thousands_of_lines_keep_their_order_and_are_counted() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2500; i++) {
            lines.append(DECK.replace("VT-1", "VT-" + i)).append('\n');
        }
        List<JsonNode> answers = decide(lines.toString());
        assertThat(answers).hasSize(2500);
        assertThat(answers.get(1777).get("id").asString()).isEqualTo("VT-1777");
        assertThat(summary.byUrgency().get(Urgency.SCHEDULED)).containsEntry(Treatment.MITIGATE, 2500L);
    }

    @Test
    void an_override_that_holds_sets_the_urgency_and_all_that_follows_from_it() throws IOException {
        JsonNode byRules = decide(DECK).get(0);
        JsonNode raised = decide(with("{\"urgency\":\"IMMEDIATE\",\"by\":\"佐藤\"}")).get(0);
        assertThat(raised.get("urgency").asString()).isEqualTo("IMMEDIATE");
        assertThat(raised.get("dueDate").asString()).isEqualTo("2025-09-14");
        assertThat(raised.get("approver").asString()).isEqualTo("ACT_THEN_RATIFY");
        assertThat(raised.get("range")).isEqualTo(byRules.get("range"));
        assertThat(raised.get("claims")).isEqualTo(byRules.get("claims"));
        assertThat(raised.get("override").toString())
                .isEqualTo("{\"asked\":\"IMMEDIATE\",\"byRules\":\"SCHEDULED\",\"holds\":true,\"why\":[]}");
        assertThat(raised.get("reasons").get(0).get("rule").asString()).isEqualTo("OVERRIDE");
        assertThat(byRules.has("override")).isFalse();
    }

    @Test
    void an_override_that_does_not_hold_is_answered_with_what_speaks_against_it() throws IOException {
        JsonNode byRules = decide(DECK).get(0);
        JsonNode refused = decide(with("{\"urgency\":\"DEFER\",\"by\":\"佐藤\",\"reason\":\"代替機あり\","
                + "\"approval\":\"COMMITTEE\",\"approved\":\"2025-09-20\",\"expires\":\"2025-10-01\",\"note\":{\"x\":[1]}}")).get(0);
        assertThat(refused.get("urgency").asString()).isEqualTo("SCHEDULED");
        assertThat(refused.get("dueDate")).isEqualTo(byRules.get("dueDate"));
        assertThat(refused.get("override").get("holds").asBoolean()).isFalse();
        assertThat(refused.get("override").get("why")).singleElement()
                .satisfies(why -> assertThat(why.asString()).contains("重大", "計画"));
        assertThat(refused.get("reasons")).hasSize(byRules.get("reasons").size() + 1);
    }

    @Test
    void an_override_that_cannot_be_understood_makes_its_line_an_error() throws IOException {
        List<JsonNode> answers = decide(String.join("\n", with("\"DEFER\""), with("{}"), with("{\"urgency\":null}"),
                with("{\"urgency\":\"UNKNOWN\"}"), with("{\"urgency\":\"DEFER\",\"approval\":\"BOSS\"}"),
                with("{\"urgency\":\"DEFER\",\"expires\":\"soon\"}"), with("{\"urgency\":\"DEFER\",\"by\":[]}"),
                with("{\"urgency\":\"DEFER\",\"urgency\":\"IMMEDIATE\"}"), with("null")));
        assertThat(answers.subList(0, 8)).extracting(answer -> answer.get("error").get("code").asString()).containsExactly(
                "DECIDE-009", "DECIDE-009", "DECIDE-002", "DECIDE-002", "DECIDE-002", "DECIDE-004", "DECIDE-005", "DECIDE-001");
        assertThat(answers.get(5).get("error").get("message").asString()).contains("override.expires");
        assertThat(answers.get(8)).isEqualTo(decide(DECK).get(0));
    }

    private static String with(String override) {
        return DECK.substring(0, DECK.length() - 1) + ",\"override\":" + override + "}";
    }

    @Test
    void nothing_in_nothing_out() throws IOException {
        assertThat(decide("")).isEmpty();
    }

    private List<JsonNode> decide(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        summary = new DecideLines(ShippedPolicy.engine(), AS_OF).run(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out, Language.JA, count -> { });
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.isEmpty() || text.endsWith("}\n")).isTrue();
        return text.lines().map(JSON::readTree).toList();
    }
}
