package jp.mimamori.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverrideTermsTest {

    private static final OverrideTerms TERMS = new OverrideTerms(1, 90, Safety.CRITICAL, Urgency.SCHEDULED,
            Set.of(Approver.COMMITTEE, Approver.COMMITTEE_DIRECTOR));
    private static final LocalDate APPROVED = LocalDate.of(2026, 6, 1);
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

    @Test
    void one_step_down_with_all_that_it_takes_holds() {
        Overridden override = judge(lower());
        assertThat(override.holds()).isTrue();
        assertThat(override.lowers()).isTrue();
        assertThat(override.byRules()).isEqualTo(Urgency.OUT_OF_CYCLE);
        assertThat(override.why()).isEmpty();
    }

    @Test
    void over_all_pairs_of_urgencies_and_every_safety_only_what_the_policy_allows_holds() {
        int held = 0;
        for (Urgency byRules : Urgency.values()) {
            for (Urgency wanted : Urgency.values()) {
                for (Safety safety : Safety.values()) {
                    boolean grave = List.of(Safety.CRITICAL, Safety.CATASTROPHIC, Safety.UNKNOWN).contains(safety);
                    boolean raised = wanted.compareTo(byRules) > 0;
                    boolean lowered = switch (byRules) {
                        case IMMEDIATE -> wanted == Urgency.OUT_OF_CYCLE;
                        case OUT_OF_CYCLE -> wanted == Urgency.SCHEDULED;
                        case SCHEDULED -> wanted == Urgency.DEFER && !grave;
                        case DEFER -> false;
                    };
                    Overridden override = TERMS.judge(complete(wanted), byRules, safety, AS_OF);
                    assertThat(override.holds()).as("%s to %s at %s", byRules, wanted, safety).isEqualTo(raised || lowered);
                    held += override.holds() ? 1 : 0;
                }
            }
        }
        assertThat(held).isEqualTo(6 * 6 + 2 * 6 + 3);
    }

    @Test
    void more_than_one_step_down_is_refused() {
        assertThat(why(judge(complete(Urgency.DEFER), Safety.MINOR))).containsExactly("An urgency may be lowered by one step at most.");
    }

    @Test
    void the_committee_may_set_other_limits() {
        OverrideTerms wide = new OverrideTerms(2, 30, Safety.CATASTROPHIC, Urgency.DEFER, Set.of(Approver.DEVICE_SAFETY));
        UrgencyOverride asked = new UrgencyOverride(Urgency.DEFER, "代替機あり", "佐藤", Approver.DEVICE_SAFETY, APPROVED, APPROVED.plusDays(30));
        assertThat(wide.judge(asked, Urgency.OUT_OF_CYCLE, Safety.UNKNOWN, AS_OF).holds()).isTrue();
        assertThat(why(wide.judge(asked, Urgency.IMMEDIATE, Safety.UNKNOWN, AS_OF))).containsExactly("An urgency may be lowered by 2 steps at most.");
        assertThat(why(wide.judge(complete(Urgency.SCHEDULED), Urgency.OUT_OF_CYCLE, Safety.MINOR, AS_OF))).hasSize(2)
                .anySatisfy(why -> assertThat(why).contains("later than 30 days"))
                .anySatisfy(why -> assertThat(why).contains("Medical-device safety manager"));
        OverrideTerms never = new OverrideTerms(0, 90, Safety.CRITICAL, Urgency.SCHEDULED, Set.of(Approver.COMMITTEE));
        assertThat(why(never.judge(complete(Urgency.SCHEDULED), Urgency.OUT_OF_CYCLE, Safety.MINOR, AS_OF)))
                .containsExactly("The policy lets nobody lower an urgency.");
        assertThat(never.judge(complete(Urgency.IMMEDIATE), Urgency.OUT_OF_CYCLE, Safety.MINOR, AS_OF).holds()).isTrue();
    }

    @Test
    void terms_without_a_meaning_are_refused() {
        assertThatThrownBy(() -> new OverrideTerms(4, 90, Safety.CRITICAL, Urgency.SCHEDULED, Set.of(Approver.COMMITTEE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OverrideTerms(1, 0, Safety.CRITICAL, Urgency.SCHEDULED, Set.of(Approver.COMMITTEE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OverrideTerms(1, 90, Safety.UNKNOWN, Urgency.SCHEDULED, Set.of(Approver.COMMITTEE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OverrideTerms(1, 90, Safety.CRITICAL, Urgency.SCHEDULED, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_unknown_safety_counts_as_critical() {
        UrgencyOverride asked = complete(Urgency.DEFER);
        assertThat(TERMS.judge(asked, Urgency.SCHEDULED, Safety.SERIOUS, AS_OF).holds()).isTrue();
        assertThat(why(TERMS.judge(asked, Urgency.SCHEDULED, Safety.CRITICAL, AS_OF))).singleElement().asString()
                .contains("or unknown");
        assertThat(why(TERMS.judge(asked, Urgency.SCHEDULED, Safety.UNKNOWN, AS_OF))).singleElement().asString()
                .contains("or unknown");
    }

    @Test
    void the_same_urgency_is_no_override() {
        assertThat(why(judge(complete(Urgency.OUT_OF_CYCLE)))).containsExactly("It is the same as the rules' own.");
    }

    @Test
    void lowering_takes_a_reason() {
        assertThat(why(judge(new UrgencyOverride(Urgency.SCHEDULED, " ", "佐藤", Approver.COMMITTEE, APPROVED, AS_OF))))
                .containsExactly("No reason for lowering it is given.");
    }

    @Test
    void lowering_takes_a_name_and_raising_goes_without() {
        assertThat(why(judge(new UrgencyOverride(Urgency.SCHEDULED, "代替機あり", "", Approver.COMMITTEE, APPROVED, AS_OF))))
                .containsExactly("The approver is not named.");
        assertThat(judge(raise(null, null)).holds()).isTrue();
        assertThat(judge(raise("佐藤", null)).holds()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Approver.class)
    void lowering_takes_the_committee(Approver approval) {
        UrgencyOverride asked = new UrgencyOverride(Urgency.SCHEDULED, "代替機あり", "佐藤", approval, APPROVED, AS_OF);
        boolean committee = approval == Approver.COMMITTEE || approval == Approver.COMMITTEE_DIRECTOR;
        assertThat(judge(asked).holds()).isEqualTo(committee);
        assertThat(why(judge(asked))).hasSize(committee ? 0 : 1);
    }

    @Test
    void lowering_without_any_approval_is_refused() {
        assertThat(why(judge(new UrgencyOverride(Urgency.SCHEDULED, "代替機あり", "佐藤", null, APPROVED, AS_OF))))
                .containsExactly("Lowering it needs the approval of \"Committee\" or \"Committee and hospital director\".");
    }

    @Test
    void ninety_days_after_the_approval_is_the_last_day_possible() {
        assertThat(judge(lower(APPROVED, APPROVED.plusDays(90))).holds()).isTrue();
        assertThat(why(judge(lower(APPROVED, APPROVED.plusDays(91))))).singleElement().asString().contains("later than 90 days", "2026-08-30");
    }

    @Test
    void a_lowered_urgency_needs_an_expiry_and_a_date_of_approval_to_count_it_from() {
        assertThat(why(judge(lower(APPROVED, null)))).containsExactly("The expiry is missing.");
        assertThat(why(judge(lower(null, AS_OF)))).containsExactly("The date of approval is missing.");
    }

    @Test
    void on_the_day_it_expires_it_still_holds_and_not_the_day_after() {
        assertThat(judge(lower(APPROVED, AS_OF)).holds()).isTrue();
        assertThat(why(judge(lower(APPROVED, AS_OF.minusDays(1))))).singleElement().asString().contains("expired on 2026-06-30");
        assertThat(judge(raise("佐藤", AS_OF)).holds()).isTrue();
        assertThat(why(judge(raise("佐藤", AS_OF.minusDays(1))))).singleElement().asString().contains("expired on 2026-06-30");
    }

    @Test
    void an_approval_of_the_day_itself_counts_and_one_of_tomorrow_does_not() {
        assertThat(judge(lower(AS_OF, AS_OF)).holds()).isTrue();
        assertThat(why(judge(lower(AS_OF.plusDays(1), AS_OF.plusDays(2))))).singleElement().asString().contains("lies after the day");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(why(judge(new UrgencyOverride(Urgency.DEFER, null, null, null, null, null), Safety.UNKNOWN))).hasSize(7);
    }

    @Test
    void what_holds_has_nothing_against_it() {
        assertThatThrownBy(() -> new Overridden(lower(), Urgency.OUT_OF_CYCLE, false, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> why(Overridden override) {
        assertThat(override.holds()).isEqualTo(override.why().isEmpty());
        assertThat(override.why()).allSatisfy(text -> assertThat(text.in(Language.JA)).endsWith("。"));
        return override.why().stream().map(text -> text.in(Language.EN)).toList();
    }

    private static Overridden judge(UrgencyOverride asked) {
        return judge(asked, Safety.CATASTROPHIC);
    }

    private static Overridden judge(UrgencyOverride asked, Safety safety) {
        return TERMS.judge(asked, Urgency.OUT_OF_CYCLE, safety, AS_OF);
    }

    private static UrgencyOverride lower() {
        return lower(APPROVED, APPROVED.plusDays(60));
    }

    private static UrgencyOverride lower(@Nullable LocalDate approved, @Nullable LocalDate expires) {
        return new UrgencyOverride(Urgency.SCHEDULED, "代替機あり", "佐藤", Approver.COMMITTEE, approved, expires);
    }

    private static UrgencyOverride raise(@Nullable String by, @Nullable LocalDate expires) {
        return new UrgencyOverride(Urgency.IMMEDIATE, null, by, null, null, expires);
    }

    private static UrgencyOverride complete(Urgency urgency) {
        return new UrgencyOverride(urgency, "代替機あり", "佐藤", Approver.COMMITTEE, APPROVED, APPROVED.plusDays(60));
    }
}
