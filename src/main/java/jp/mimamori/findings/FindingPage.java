package jp.mimamori.findings;

import java.util.List;
import java.util.Map;
import jp.mimamori.hospital.AssessmentRun;

/**
 * What the list shows.
 *
 * @param query   what was asked, with the page that is shown: the last one where there are fewer
 * @param lines   of this page, in their order
 * @param total   how many rows there are on all pages
 * @param devices how many devices these are on
 * @param pages   at least 1
 * @param counts  for each facet its values, those of words in their order, texts the most frequent first
 */
public record FindingPage(AssessmentRun run, FindingQuery query, List<FindingLine> lines, int total, int devices, int pages,
        Map<Facet, List<FacetCount>> counts) {

    public FindingPage {
        lines = List.copyOf(lines);
    }
}
