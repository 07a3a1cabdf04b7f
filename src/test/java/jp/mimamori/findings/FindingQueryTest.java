package jp.mimamori.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingQueryTest {

    @Test
    void an_address_leads_back_to_the_same_question() {
        FindingQuery query = new FindingQuery("ICU 輸液", Map.of(Facet.URGENCY, Set.of("IMMEDIATE", "DEFER"), Facet.DEPARTMENT, Set.of("", "手術部")), 14,
                Sort.DUE, true, 3, 100);
        assertThat(FindingQuery.of(query.parameters(true))).isEqualTo(query);
        assertThat(FindingQuery.unclear(query.parameters(true))).isEmpty();
        assertThat(FindingQuery.ALL.parameters(true)).isEmpty();
    }

    @Test
    void what_is_not_understood_is_named_and_does_no_harm() {
        Map<String, List<String>> odd = Map.of("page", List.of("0"), "size", List.of("99999"), "within", List.of("soon"), "sort", List.of("-moon"),
                "urgency", List.of("VERY"), "colour", List.of("red"), "q", List.of("x".repeat(5000)));
        assertThat(FindingQuery.unclear(odd)).containsExactlyInAnyOrder("page", "size", "within", "sort", "urgency", "colour", "q");
        FindingQuery query = FindingQuery.of(odd);
        assertThat(query.page()).isOne();
        assertThat(query.size()).isEqualTo(FindingQuery.USUAL);
        assertThat(query.text()).hasSize(200);
        assertThat(query.chosen()).as("a word we do not know finds nothing rather than everything").containsEntry(Facet.URGENCY, Set.of("VERY"));
    }

    @Test
    void another_choice_begins_on_the_first_page() {
        FindingQuery later = FindingQuery.ALL.page(7);
        assertThat(later.with(Facet.STATUS, List.of("OPEN")).page()).isOne();
        assertThat(later.searching("ct").page()).isOne();
        assertThat(later.sorted(Sort.CVSS, true).page()).isOne();
    }
}
