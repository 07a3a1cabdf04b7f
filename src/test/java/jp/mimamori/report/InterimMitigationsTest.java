package jp.mimamori.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Schedule;
import jp.mimamori.report.sample.SampleHospital;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class InterimMitigationsTest {

    private static final List<FindingDecision> DECISIONS = SampleHospital.assessed(400).decisions();

    /** A fix at SCHEDULED, dated, whose urgency alone asks for nothing: its mitigation deadline is 60 days on. */
    private final FindingDecision scheduled = DECISIONS.stream().filter(d -> d.decision().treatment() == Treatment.FIX && !d.overdue()
            && d.decision().urgency() == Urgency.SCHEDULED && d.decision().dueDate() != null).findFirst().orElseThrow();
    private final LocalDate deadline = scheduled.decision().dueDate().minusDays(90).plusDays(60);

    private static PatchWindow window(FindingDecision decision, @Nullable LocalDateTime end) {
        return new PatchWindow(new Maintenance("T-1", decision.tracked().device(), List.of(decision), false), null,
                end == null ? null : new Schedule.Assignment("T-1", 0, 1, end.minusHours(1), end, List.of(), List.of()), null);
    }

    private static InterimMitigations ending(FindingDecision decision, @Nullable LocalDateTime end) {
        return InterimMitigations.of(List.of(window(decision, end)));
    }

    @Test
    void a_window_that_ends_on_the_mitigation_deadlines_day_needs_none() {
        InterimMitigations interim = ending(scheduled, deadline.plusDays(1).atStartOfDay());
        assertThat(interim.needed(scheduled)).isFalse();
        assertThat(interim.by(scheduled)).isNull();
    }

    @Test
    void a_minute_later_it_needs_one_by_that_day() {
        InterimMitigations interim = ending(scheduled, deadline.plusDays(1).atStartOfDay().plusMinutes(1));
        assertThat(interim.needed(scheduled)).isTrue();
        assertThat(interim.by(scheduled)).isEqualTo(deadline);
    }

    @Test
    void a_fix_without_a_window_needs_one() {
        assertThat(ending(scheduled, null).by(scheduled)).isEqualTo(deadline);
        assertThat(InterimMitigations.of(List.of()).needed(scheduled)).isTrue();
    }

    @Test
    void of_several_windows_the_last_one_counts_and_one_missing_is_none() {
        PatchWindow early = window(scheduled, deadline.atStartOfDay());
        assertThat(InterimMitigations.of(List.of(early, window(scheduled, deadline.plusDays(2).atStartOfDay()))).needed(scheduled)).isTrue();
        assertThat(InterimMitigations.of(List.of(early, window(scheduled, null))).needed(scheduled)).isTrue();
        assertThat(InterimMitigations.of(List.of(early, early)).needed(scheduled)).isFalse();
    }

    @Test
    void before_anything_is_planned_only_the_urgency_asks_for_one() {
        assertThat(InterimMitigations.unplanned().needed(scheduled)).isFalse();
        FindingDecision urgent = DECISIONS.stream().filter(d -> d.decision().interimDueDays() != null).findFirst().orElseThrow();
        assertThat(InterimMitigations.unplanned().needed(urgent)).isTrue();
    }

    @Test
    void a_backlogs_deadline_counts_from_the_first_import() {
        FindingDecision backlog = DECISIONS.stream().filter(d -> d.overdue() && d.decision().treatment() == Treatment.FIX
                && d.decision().urgency() == Urgency.SCHEDULED).findFirst().orElseThrow();
        assertThat(InterimMitigations.of(List.of()).by(backlog)).isEqualTo(SampleHospital.AS_OF.plusDays(60));
        assertThat(ending(backlog, SampleHospital.AS_OF.plusDays(59).atTime(12, 0)).needed(backlog)).isFalse();
    }

    @Test
    void where_discovery_is_unknown_no_window_is_known_to_be_in_time() {
        FindingDecision undated = DECISIONS.stream().filter(d -> d.decision().treatment() == Treatment.FIX && d.bindingDate() == null)
                .findFirst().orElseThrow();
        InterimMitigations interim = ending(undated, SampleHospital.AS_OF.atTime(12, 0));
        assertThat(interim.needed(undated)).isTrue();
        assertThat(interim.by(undated)).isNull();
    }

    @Test
    void what_is_mitigated_or_accepted_anyway_needs_no_interim_one() {
        assertThat(DECISIONS).filteredOn(d -> d.decision().treatment() != Treatment.FIX).isNotEmpty()
                .noneMatch(InterimMitigations.of(List.of())::needed);
    }
}
