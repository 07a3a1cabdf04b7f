package jp.mimamori.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.placing.Greedy;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Part;
import jp.mimamori.planning.timetable.Stand;
import org.junit.jupiter.api.Test;

/** Two searches at a time: their parts fit together, and the same seed and steps give the same plan. */
class SearchTest {

    @Test
    void the_same_seed_and_steps_give_the_same_plan_however_the_plan_is_divided() {
        for (Problem problem : List.of(RandomProblem.of(1, 40), RandomProblem.of(2, 130), apart(RandomProblem.of(3, 130)))) {
            Stand first = search(problem, 4_000);
            Stand second = search(problem, 4_000);
            assertThat(second.starts).isEqualTo(first.starts);
            assertThat(second.crews).isEqualTo(first.crews);
        }
    }

    @Test
    void a_search_never_ends_worse_than_it_began_and_breaks_nothing() {
        for (long seed = 0; seed < 4; seed++) {
            for (Problem problem : List.of(RandomProblem.of(seed, 130), RandomProblem.further(seed, 130),
                    apart(RandomProblem.further(seed, 130)))) {
                Layout layout = new Layout(problem);
                Occupancy first = Greedy.plan(layout, seed);
                long medium = first.medium();
                long soft = first.soft();
                Occupancy best = new Search(layout, new Effort(600, seed, 5_000), now -> { }, System.nanoTime()).run(first, 600).plan();
                assertThat(best.hard()).isZero();
                assertThat(best.medium()).isLessThanOrEqualTo(medium);
                assertThat(best.medium() < medium || best.soft() <= soft).isTrue();
            }
        }
    }

    @Test
    void what_parts_of_a_plan_gain_the_whole_gains() {
        for (long seed = 0; seed < 6; seed++) {
            Problem problem = seed % 2 == 0 ? RandomProblem.of(seed, 100) : apart(RandomProblem.of(seed, 100));
            Layout layout = new Layout(problem);
            Occupancy now = Greedy.plan(layout, seed);
            for (int round = 0; round < 4; round++) {
                List<Part> parts = new Division(layout).parts(now, round, new Random(seed));
                for (Job job : layout.movable) {
                    assertThat(parts.stream().filter(part -> part.mine[job.index]).count()).isLessThanOrEqualTo(1);
                }
                Stand joined = Stand.of(now);
                long medium = now.medium();
                long soft = now.soft();
                for (Part part : parts) {
                    var climate = new Climate(Pace.steps(150, 0, 1), () -> false, 500, 10, 1);
                    Annealing.Result result = new Annealing(layout, part, climate, seed).run(Stand.of(now), better -> { });
                    joined.take(result.last(), part);
                    Occupancy alone = result.last().occupy(layout, Part.whole(layout));
                    medium += alone.medium() - now.medium();
                    soft += alone.soft() - now.soft();
                }
                now = joined.occupy(layout, Part.whole(layout));
                assertThat(List.of(now.hard(), now.medium(), now.soft())).isEqualTo(List.of(0L, medium, soft));
            }
        }
    }

    @Test
    void sites_that_share_only_vendors_are_parts_and_else_the_hours_are_cut() {
        Layout linked = new Layout(RandomProblem.of(5, 100));
        Layout islands = new Layout(apart(RandomProblem.of(5, 100)));
        assertThat(sites(linked)).containsExactly(2L, 2L);
        assertThat(sites(islands)).containsExactly(1L, 1L);
    }

    private static Stand search(Problem problem, int steps) {
        Layout layout = new Layout(problem);
        Effort effort = new Effort(600, 7, steps);
        return Stand.of(new Search(layout, effort, now -> { }, System.nanoTime()).run(Greedy.plan(layout, 7), 600).plan());
    }

    private static List<Long> sites(Layout layout) {
        return new Division(layout).parts(Greedy.plan(layout, 1), 0, new Random(1)).stream()
                .map(part -> java.util.Arrays.stream(part.movable).map(job -> job.site).distinct().count()).toList();
    }

    /** The same problem with nothing between its sites but vendors. */
    private static Problem apart(Problem p) {
        Map<String, String> site = new HashMap<>();
        List<Problem.PlannedDevice> devices = new ArrayList<>();
        for (Problem.PlannedDevice device : p.devices()) {
            site.put(device.id(), device.site());
            devices.add(new Problem.PlannedDevice(device.id(), device.site(), null, device.criticality(), device.utilisation(),
                    device.bookings(), device.inspections(), device.avoid()));
        }
        Map<String, String> at = new HashMap<>();
        p.tasks().forEach(task -> at.put(task.id(), site.get(task.device())));
        List<Problem.PatchTask> tasks = p.tasks().stream().map(task -> task.after().stream()
                .allMatch(before -> at.get(before).equals(at.get(task.id()))) ? task : alone(task)).toList();
        return new Problem(p.id(), p.start(), p.zone(), p.grainMinutes(), p.grains(), p.weights(), p.premium(), p.nights(), p.sites(),
                p.groups(), devices, p.staff(), p.vendors(), tasks, p.labels());
    }

    private static Problem.PatchTask alone(Problem.PatchTask task) {
        return new Problem.PatchTask(task.id(), task.device(), task.duration(), task.earliest(), task.due(), task.risk(),
                task.roles(), task.vendor(), List.of(), task.soak(), task.previous(), task.pinned());
    }
}
