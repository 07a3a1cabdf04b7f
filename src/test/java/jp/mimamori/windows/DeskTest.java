package jp.mimamori.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.mimamori.audit.AuditEntry;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.decision.Urgency;
import jp.mimamori.language.Bilingual;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.hand.RefusedMoveException;
import jp.mimamori.planning.solver.WindowPlanner;
import jp.mimamori.service.Databases;
import jp.mimamori.windows.jdbc.StoredPlans;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A draft on its desk and in both databases: moved, taken back, published; whoever comes second is told. */
class DeskTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 10);
    private static final Instant NOW = Instant.parse("2026-09-10T01:00:00Z");

    static Stream<Named<DataSource>> databases() throws IOException {
        return Databases.all();
    }

    static PlanContent content(long seed) throws Exception {
        Problem problem = RandomProblem.of(seed, 16);
        Schedule schedule = new WindowPlanner().plan(problem, new Effort(600, 1, 60), now -> { });
        List<Card> cards = problem.tasks().stream().map(task -> new Card(task.id(), task.device(), null, task.device(), null, "病棟", new Bilingual("更新", "Update"),
                Urgency.SCHEDULED, false, Urgency.SCHEDULED, Urgency.SCHEDULED, false, null, List.of(task.id() + "#CVE-2026-1"), List.of(task.id()), 1, 1, 1)).toList();
        return new PlanContent(problem, schedule, cards, Set.of(), Set.of(), List.of(), List.of());
    }

    private static int moveSomething(Desk desk, Plans plans, Random random) throws Exception {
        int made = 0;
        for (int i = 0; i < 80; i++) {
            Problem.PatchTask task = desk.problem().tasks().get(random.nextInt(desk.problem().tasks().size()));
            try {
                desk.move(task.id(), random.nextInt(desk.problem().grains()), desk.head().edition(), "sato", NOW, plans);
                made++;
            } catch (RefusedMoveException e) {
                assertThat(e.against()).isNotEmpty();
            }
        }
        return made;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_move_is_kept_and_every_move_can_be_taken_back(DataSource source) throws Exception {
        Plans plans = StoredPlans.in(source);
        PlanContent content = content(3);
        plans.keep(content, DAY, PlanHead.How.NEW, "suzuki", 7L, null);
        Desk desk = new Desks(plans).draft().orElseThrow();
        assertThat(desk.content()).usingRecursiveComparison().isEqualTo(content);
        int made = moveSomething(desk, plans, new Random(5));
        assertThat(made).isPositive();
        desk.pin(desk.placements().get(0).task(), true, desk.head().edition(), "sato", NOW, plans);
        Desk again = new Desks(plans).draft().orElseThrow();
        assertThat(again.placements()).isEqualTo(desk.placements());
        assertThat(again.pins()).isEqualTo(desk.pins()).hasSize(1);
        assertThat(again.figures()).isEqualTo(desk.figures());
        assertThat(again.figures().score()).isEqualTo(ExactScore.of(content.problem(), again.placements()).score());
        for (int i = 0; i <= made; i++) {
            assertThat(again.undo(again.head().edition(), "sato", plans)).isTrue();
        }
        assertThat(again.undo(again.head().edition(), "sato", plans)).isFalse();
        assertThat(Set.copyOf(again.placements())).isEqualTo(Set.copyOf(content.placements()));
        assertThat(again.pins()).isEmpty();
        assertThat(new Desks(plans).draft().orElseThrow().figures()).isEqualTo(again.figures());
        assertThat(AuditTrails.in(source).check().isWhole()).isTrue();
        assertThat(AuditTrails.in(source).newest(1000, Long.MAX_VALUE)).extracting(AuditEntry::event).extracting("action")
                .contains("plan.drafted", "plan.moved", "plan.undone");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_two_people_who_move_at_once_the_second_is_told_and_nothing_of_theirs_is_kept(DataSource source) throws Exception {
        Plans plans = StoredPlans.in(source);
        plans.keep(content(4), DAY, PlanHead.How.NEW, "suzuki", null, null);
        Desk here = new Desks(plans).draft().orElseThrow();
        Desk elsewhere = new Desks(plans).draft().orElseThrow();
        long seen = here.head().edition();
        Placement window = here.placements().get(0);
        elsewhere.pin(window.task(), true, seen, "sato", NOW, plans);
        List<Placement> before = here.placements();
        int start = Stream.iterate(0, i -> i + 1).limit(here.problem().grains()).filter(i -> i != window.start() && !here.look(window.task(), i).isRefused())
                .findFirst().orElseThrow();
        assertThatThrownBy(() -> here.move(window.task(), start, seen, "suzuki", NOW, plans)).isInstanceOf(StaleEditionException.class);
        assertThat(here.placements()).isEqualTo(before);
        assertThat(plans.moves(here.head().id())).singleElement().satisfies(move -> assertThat(move.by()).isEqualTo("sato"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_plan_is_published_at_a_time_and_the_earlier_ones_stay_with_what_was_moved(DataSource source) throws Exception {
        Plans plans = StoredPlans.in(source);
        plans.keep(content(5), DAY, PlanHead.How.NEW, "suzuki", null, null);
        Desk first = new Desks(plans).draft().orElseThrow();
        moveSomething(first, plans, new Random(1));
        PlanHead told = plans.publish(first.head(), first.whole(), "hoshino", "初版");
        assertThat(plans.draft()).isEmpty();
        Desk published = new Desks(plans).published().orElseThrow();
        assertThat(Set.copyOf(published.placements())).isEqualTo(Set.copyOf(first.placements()));
        assertThat(published.content().schedule().score()).isEqualTo(first.figures().score());
        assertThatThrownBy(() -> published.pin(published.placements().get(0).task(), true, published.head().edition(), "x", NOW, plans))
                .isInstanceOf(StaleEditionException.class);

        Problem posed = published.problem().published(published.content().schedule());
        plans.keep(Opening.of(published.content(), posed), DAY, PlanHead.How.OPENED, "suzuki", null, null);
        Desk draft = new Desks(plans).draft().orElseThrow();
        assertThat(Differing.between(published, draft)).isEmpty();
        int made = moveSomething(draft, plans, new Random(2));
        Set<String> moved = draft.moves().stream().map(HandMove::task).collect(Collectors.toSet());
        assertThat(made).isPositive();
        assertThat(Differing.between(published, draft)).isNotEmpty().allSatisfy(one -> assertThat(moved).contains(one.task()));
        plans.publish(draft.head(), draft.whole(), "hoshino", "第二版");
        assertThat(plans.head(told.id()).orElseThrow().state()).isEqualTo(PlanHead.State.EARLIER);
        assertThat(plans.published().orElseThrow().published().note()).isEqualTo("第二版");
        assertThatThrownBy(() -> plans.publish(draft.head(), draft.whole(), "hoshino", "again")).isInstanceOf(StaleEditionException.class);
        assertThat(plans.published()).as("a refused publication takes nothing away").isPresent();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_job_that_runs_again_keeps_its_plan_once_and_one_that_goes_on_from_a_changed_draft_keeps_nothing(DataSource source) throws Exception {
        Plans plans = StoredPlans.in(source);
        PlanHead first = plans.keep(content(6), DAY, PlanHead.How.NEW, "suzuki", 11L, null);
        assertThat(plans.keep(content(6), DAY, PlanHead.How.NEW, "suzuki", 11L, null).id()).isEqualTo(first.id());
        assertThat(plans.made(11L, PlanHead.How.NEW)).isPresent();
        Desk desk = new Desks(plans).draft().orElseThrow();
        desk.pin(desk.placements().get(0).task(), true, first.edition(), "sato", NOW, plans);
        assertThatThrownBy(() -> plans.keep(content(6), DAY, PlanHead.How.CONTINUED, "suzuki", 12L, first)).isInstanceOf(StaleEditionException.class);
        assertThat(plans.all(9)).singleElement().satisfies(head -> assertThat(head.state()).isEqualTo(PlanHead.State.DRAFT));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void going_on_from_a_draft_keeps_what_is_pinned_and_is_never_worse(DataSource source) throws Exception {
        Plans plans = StoredPlans.in(source);
        plans.keep(content(8), DAY, PlanHead.How.NEW, "suzuki", null, null);
        Desk desk = new Desks(plans).draft().orElseThrow();
        moveSomething(desk, plans, new Random(3));
        for (Placement window : desk.placements().subList(0, 4)) {
            desk.pin(window.task(), true, desk.head().edition(), "sato", NOW, plans);
        }
        Further further = new Further(desk);
        PlanContent found = further.content(new WindowPlanner().resume(further.posed(), further.from(), new Effort(600, 1, 80), now -> { }));
        Map<String, Placement> windows = found.placements().stream().collect(Collectors.toMap(Placement::task, window -> window));
        desk.pins().forEach(task -> assertThat(windows.get(task).start()).isEqualTo(desk.window(task).start()));
        assertThat(found.pins()).isEqualTo(desk.pins());
        Schedule.Score before = desk.figures().score();
        Schedule.Score after = found.schedule().score();
        assertThat(after).isEqualTo(ExactScore.of(found.problem(), found.placements()).score());
        assertThat(after.medium()).isLessThanOrEqualTo(before.medium());
        if (after.medium() == before.medium()) {
            assertThat(after.soft()).isLessThanOrEqualTo(before.soft());
        }
        if (found.schedule().bound() != null) {
            assertThat(found.schedule().bound().soft()).isLessThanOrEqualTo(after.soft());
        }
    }
}
