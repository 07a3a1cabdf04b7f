package jp.mimamori.decision.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.json.DecideSummary;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Language;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DecideTableTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String HEADER = "id,safety,operation,exposure,exploitation,support,leak,cvssScore,automatable,"
            + "attackVector,patch,cost,discovered\n";
    private static final String ROW =
            "A1,SERIOUS,HIGH,INTERNAL_FLAT,NONE,SUPPORTED,PHI_LIMITED,7.5,NO,N,PATCH_APPROVED,LOW,2026-09-01\n";
    private static final Facts FACTS = new Facts("A1", Asset.MEDICAL, Safety.SERIOUS, Operation.HIGH, Exposure.INTERNAL_FLAT,
            Exploitation.NONE, Support.SUPPORTED, Leak.PHI_LIMITED, 7.5, Automatable.NO, AttackVector.N,
            Patch.PATCH_APPROVED, Cost.LOW, LocalDate.of(2026, 9, 1));

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 20);

    private static DecisionEngine engine;

    @BeforeAll
    static void the_shipped_policy_decides() throws Exception {
        engine = DroolsEngine.of(PolicyLoader.load(Shelf.shipped()));
    }

    @Test
    void a_row_is_decided_as_the_same_facts_are_and_keeps_its_own_columns() throws Exception {
        Decision expected = engine.decide(List.of(FACTS)).get(0);
        NamedCsvRecord row = rows(run("備考," + HEADER + "人工呼吸器," + ROW)).get(0);
        assertThat(row.getField("備考")).isEqualTo("人工呼吸器");
        assertThat(row.getField("id")).isEqualTo("A1");
        assertThat(row.getField("treatment")).isEqualTo(expected.treatment().name());
        assertThat(row.getField("urgency")).isEqualTo(expected.urgency().name());
        assertThat(row.getField("dueDate")).isEqualTo(String.valueOf(expected.dueDate()));
        assertThat(row.getField("range")).isEqualTo(expected.lowest() + ";" + expected.highest());
        assertThat(row.getField("approver")).isEqualTo(expected.approver().name());
        assertThat(row.getField("policy")).isEqualTo(expected.policy());
        assertThat(row.getField("reasons")).contains(expected.reasons().get(0).text().in(Language.JA));
        assertThat(row.getField("error")).isEmpty();
    }

    @Test
    void a_row_may_carry_an_override_and_its_answer_stands_in_a_column() throws Exception {
        String header = "overrideUrgency,overrideReason,overrideBy,OverrideApproval,overrideApproved,overrideExpires," + HEADER;
        List<NamedCsvRecord> rows = rows(run(header + "IMMEDIATE,,佐藤,,,," + ROW
                + "DEFER,代替機あり,佐藤,COMMITTEE,2026-09-20,2026-12-19," + ROW
                + "DEFER,代替機あり,佐藤,COMMITTEE,2026-09-20,2026-12-20," + ROW
                + ",,,,,," + ROW
                + ",代替機あり,佐藤,,,," + ROW
                + "DEFER,代替機あり,佐藤,BOSS,,," + ROW));
        assertThat(rows).extracting(row -> row.getField("urgency"))
                .containsExactly("IMMEDIATE", "DEFER", "SCHEDULED", "SCHEDULED", "", "");
        assertThat(rows.get(0).getField("override")).isEqualTo("asked=IMMEDIATE;byRules=SCHEDULED;holds=true");
        assertThat(rows.get(2).getField("override")).startsWith("asked=DEFER;byRules=SCHEDULED;holds=false;why=").contains("2026-12-19");
        assertThat(rows.get(3).getField("override")).isEmpty();
        assertThat(rows.get(4).getField("error")).startsWith("DECIDE-002").contains("overrideUrgency");
        assertThat(rows.get(5).getField("error")).startsWith("DECIDE-002").contains("overrideApproval");
        assertThat(rows.get(0).getField("overrideBy")).isEqualTo("佐藤");
    }

    @Test
    void empty_cells_missing_columns_and_UNKNOWN_are_unknown() throws Exception {
        NamedCsvRecord row = rows(run("id,safety,leak\nB,,UNKNOWN\n")).get(0);
        assertThat(row.getField("missing")).isEqualTo(
                "safety;operation;exposure;exploitation;support;leak;cvssScore;automatable;attackVector");
        assertThat(row.getField("provisional")).isEqualTo("true");
    }

    @Test
    void a_row_that_cannot_be_read_is_answered_in_its_place_and_the_run_goes_on() throws Exception {
        String text = HEADER + ROW + ROW.replace("SERIOUS", "serious") + ROW.replace("7.5", "11")
                + ROW.replace("7.5", "1e1") + ROW.replace("2026-09-01", "R8.9.1") + ROW.replace("\n", ",extra\n") + ROW;
        List<NamedCsvRecord> rows = rows(run(text));
        assertThat(rows).extracting(row -> row.getField("error").split(":")[0])
                .containsExactly("", "DECIDE-002", "DECIDE-003", "DECIDE-003", "DECIDE-004", "DECIDE-007", "");
        assertThat(rows).filteredOn(row -> !row.getField("error").isEmpty())
                .allSatisfy(row -> assertThat(row.getField("treatment")).isEmpty());
    }

    @Test
    void the_summary_balances() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DecideSummary summary = new DecideTable(engine, AS_OF).run(in(HEADER + ROW + ROW.replace("NONE", "?"), StandardCharsets.UTF_8),
                out, Language.JA, n -> { });
        assertThat(summary.lines()).isEqualTo(2);
        assertThat(summary.decided()).isEqualTo(1);
        assertThat(summary.failed()).isEqualTo(1);
    }

    @Test
    void a_table_saved_by_a_japanese_excel_comes_back_in_its_own_character_set() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DecideTable(engine, AS_OF).run(in("備考," + HEADER + "髙橋①㈱," + ROW, CP932), out, Language.JA, n -> { });
        assertThat(out.toString(CP932)).contains("髙橋①㈱,A1").contains("承認");
    }

    @Test
    void a_byte_order_mark_stays_and_is_no_part_of_the_first_heading() throws Exception {
        String result = run("\uFEFF" + HEADER + ROW);
        assertThat(result).startsWith("\uFEFFid,safety");
        assertThat(rows(result.substring(1)).get(0).getField("urgency")).isEqualTo("SCHEDULED");
    }

    @Test
    void tabs_and_semicolons_separate_as_well() throws Exception {
        for (char separator : new char[] {'\t', ';'}) {
            String result = run((HEADER + ROW).replace(',', separator));
            assertThat(result.lines().skip(1).findFirst().orElseThrow()).contains(separator + "FIX" + separator + "SCHEDULED");
        }
    }

    @Test
    void a_result_decided_again_has_its_decision_columns_once() throws Exception {
        String once = run(HEADER + ROW);
        assertThat(run(once)).isEqualTo(once);
    }

    @Test
    void a_cell_that_looks_like_a_formula_comes_out_as_text_and_a_number_as_it_was() throws Exception {
        List<NamedCsvRecord> rows = rows(run("備考,他," + HEADER + "=cmd|' /C calc'!A0,-1.5," + ROW));
        assertThat(rows.get(0).getField("備考")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(rows.get(0).getField("他")).isEqualTo("-1.5");
    }

    @Test
    void a_table_of_something_else_or_with_a_heading_twice_or_empty_is_refused_as_a_whole() {
        for (String text : List.of("機器名,場所\nCT,1階\n", "id,safety,Safety\nA,,\n", "", "\n\n")) {
            assertThatThrownBy(() -> run(text)).isInstanceOf(UnusableTableException.class);
        }
    }

    @Test
    void bytes_that_are_no_characters_are_named_in_their_row() throws Exception {
        byte[] good = ("備考," + HEADER).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(good);
        bytes.write("あ".repeat(30_000).getBytes(StandardCharsets.UTF_8));
        bytes.write(("," + ROW).getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {(byte) 0x8D, (byte) 0x82});
        bytes.write(("," + ROW).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DecideTable(engine, AS_OF).run(new ByteArrayInputStream(bytes.toByteArray()), out, Language.JA, n -> { });
        assertThat(rows(out.toString(StandardCharsets.UTF_8))).extracting(row -> row.getField("error").split(":")[0])
                .containsExactly("", "DECIDE-008");
    }

    /** A hundred thousand rows come through a stream of the reader's own size, not as a whole. */
    @Test
    void a_long_table_streams() throws Exception {
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        byte[] row = ROW.getBytes(StandardCharsets.UTF_8);
        int count = 20_000;
        InputStream in = new java.io.SequenceInputStream(new ByteArrayInputStream(header), new java.io.SequenceInputStream(
                java.util.Collections.enumeration(Stream.generate(() -> (InputStream) new ByteArrayInputStream(row)).limit(count).toList())));
        DecideSummary summary = new DecideTable(engine, AS_OF).run(in, java.io.OutputStream.nullOutputStream(), Language.EN, n -> { });
        assertThat(summary.decided()).isEqualTo(count);
    }

    private static String run(String text) throws IOException, UnusableTableException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DecideTable(engine, AS_OF).run(in(text, StandardCharsets.UTF_8), out, Language.JA, n -> { });
        return out.toString(StandardCharsets.UTF_8);
    }

    private static InputStream in(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    private static List<NamedCsvRecord> rows(String text) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        }
    }
}
