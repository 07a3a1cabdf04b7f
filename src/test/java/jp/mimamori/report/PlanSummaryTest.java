package jp.mimamori.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.report.sample.SampleHospital;
import org.junit.jupiter.api.Test;

class PlanSummaryTest {

    private final Planned planned = SampleHospital.planned(200);
    private final PlanSummary summary = PlanSummary.of(planned);
    private final List<FindingDecision> decisions = planned.assessed().decisions();

    @Test
    void every_decision_is_counted_once_by_urgency_and_treatment() {
        int all = 0;
        for (Urgency urgency : Urgency.values()) {
            for (Treatment treatment : Treatment.values()) {
                long expected = decisions.stream().filter(d -> d.decision().urgency() == urgency && d.decision().treatment() == treatment).count();
                assertThat(summary.count(urgency, treatment)).isEqualTo((int) expected);
                all += summary.count(urgency, treatment);
            }
        }
        assertThat(all).isEqualTo(decisions.size());
        assertThat(summary.count(Urgency.DEFER) + summary.count(Urgency.SCHEDULED) + summary.count(Urgency.OUT_OF_CYCLE)
                + summary.count(Urgency.IMMEDIATE)).isEqualTo(decisions.size());
    }

    @Test
    void decisions_are_listed_most_urgent_first_and_undated_before_dated() {
        for (int i = 1; i < summary.decisions().size(); i++) {
            FindingDecision before = summary.decisions().get(i - 1);
            FindingDecision after = summary.decisions().get(i);
            assertThat(before.decision().urgency()).isGreaterThanOrEqualTo(after.decision().urgency());
            if (before.decision().urgency() == after.decision().urgency() && before.bindingDate() != null) {
                assertThat(after.bindingDate()).isNotNull().isAfterOrEqualTo(before.bindingDate());
            }
        }
        assertThat(summary.decisions()).containsExactlyInAnyOrderElementsOf(decisions);
    }

    @Test
    void overdue_keeps_the_true_age_while_the_backlog_has_its_catch_up_date() {
        assertThat(summary.overdue().count()).isPositive().isEqualTo(
                (int) decisions.stream().filter(d -> d.decision().dueDate() != null && d.decision().dueDate().isBefore(SampleHospital.AS_OF)).count());
        assertThat(summary.overdue().backlog()).isEqualTo(summary.overdue().count());
        assertThat(summary.overdue().pastBinding()).isZero();
        assertThat(summary.overdue().oldest()).isBefore(SampleHospital.AS_OF);
    }

    @Test
    void today_a_device_at_a_time_loses_no_decision_and_mixes_no_kinds() {
        List<PlanSummary.Item> items = summary.todayByDevice();
        assertThat(items.stream().flatMap(item -> item.decisions().stream())).containsExactlyInAnyOrderElementsOf(summary.today());
        assertThat(items).anyMatch(item -> item.decisions().size() > 1);
        for (PlanSummary.Item item : items) {
            FindingDecision first = item.decisions().get(0);
            assertThat(item.decisions()).allMatch(d -> d.tracked().device().equals(first.tracked().device())
                    && d.decision().urgency() == first.decision().urgency() && d.decision().treatment() == first.decision().treatment());
        }
    }

    @Test
    void today_is_what_is_immediate_or_out_of_cycle() {
        assertThat(summary.today()).allMatch(d -> d.decision().urgency().compareTo(Urgency.OUT_OF_CYCLE) >= 0)
                .hasSize(summary.count(Urgency.IMMEDIATE) + summary.count(Urgency.OUT_OF_CYCLE));
        assertThat(summary.todayBy().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(summary.today().size());
    }

    @Test
    void the_answer_that_settles_most_alone_comes_first() {
        assertThat(summary.missing()).extracting(PlanSummary.MissingAnswer::input).containsExactly("exploitation", "support");
        PlanSummary.MissingAnswer exploitation = summary.missing().get(0);
        assertThat(exploitation.decisions()).isEqualTo(summary.provisional());
        assertThat(exploitation.alone()).isEqualTo(exploitation.decisions() - summary.missing().get(1).decisions());
        assertThat(summary.missing().get(1).alone()).isZero();
    }

    @Test
    void one_feed_alone_cannot_tell_that_nothing_is_exploited() {
        assertThat(summary.feeds().kev()).isTrue();
        assertThat(summary.feeds().complete(SampleHospital.AS_OF)).isFalse();
    }

    @Test
    void feeds_hold_for_31_days_and_no_longer() {
        LocalDate day = SampleHospital.AS_OF;
        assertThat(new PlanSummary.Feeds(true, day.minusDays(31), true, day).complete(day)).isTrue();
        assertThat(new PlanSummary.Feeds(true, day.minusDays(32), true, day).complete(day)).isFalse();
        assertThat(new PlanSummary.Feeds(true, day, true, day.plusDays(1)).complete(day)).isFalse();
        assertThat(new PlanSummary.Feeds(true, null, true, day).complete(day)).isFalse();
    }

    @Test
    void windows_are_counted_in_the_week_they_start_in() {
        PlanSummary.WindowSummary windows = summary.windows();
        assertThat(windows).isNotNull();
        assertThat(windows.tasks()).isEqualTo(planned.maintenance().size());
        assertThat(windows.placed() + windows.unplaced().size()).isEqualTo(windows.tasks());
        assertThat(windows.next()).hasSize(4);
        assertThat(windows.next().get(0).monday()).isEqualTo("2025-11-10");
        long first = planned.schedule().assignments().stream().filter(a -> a.startTime().toLocalDate().isBefore(LocalDate.of(2025, 11, 17))).count();
        assertThat(windows.next().get(0).windows()).isEqualTo((int) first);
    }

    @Test
    void nothing_planned_gives_no_windows_and_nothing_at_all_gives_no_rates() {
        assertThat(PlanSummary.of(planned.assessed()).windows()).isNull();
        Assessed empty = SampleHospital.empty();
        assertThat(PlanSummary.of(empty).indicators().overdue().value()).isNull();
        assertThat(PlanSummary.of(empty).today()).isEmpty();
    }

    @Test
    void end_of_support_lists_devices_and_not_findings() {
        assertThat(summary.ended()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(summary.ending()).allSatisfy(device ->
                assertThat(PlanSummary.supportEnds(device)).isAfter(SampleHospital.AS_OF).isBeforeOrEqualTo(SampleHospital.AS_OF.plusYears(1)));
    }
}
