package jp.mimamori.planning.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All free starts at once are none other than those found one by one. */
class FreeStartsTest {

    @Test
    void the_free_starts_are_those_that_trying_each_start_finds() {
        int found = 0;
        for (long seed = 0; seed < 20; seed++) {
            Occupancy plan = Greedy.plan(new Layout(RandomProblem.of(seed, 40)), seed);
            Random random = new Random(seed);
            var free = new FreeStarts(plan, random);
            for (Job job : plan.layout.movable) {
                if (plan.placed(job)) {
                    plan.remove(job);
                }
                long limit = plan.layout.cost(job, job.starts[random.nextInt(job.starts.length)]);
                if (job.people.length < 2) {
                    @Nullable Long tried = cheapest(plan, job, limit);
                    int start = free.find(job, limit, true, Occupancy.NONE);
                    assertThat(start == Occupancy.NONE ? null : (Long) plan.price(job, start)).isEqualTo(tried);
                    int any = free.find(job, limit, false, Occupancy.NONE);
                    assertThat(any == Occupancy.NONE).isEqualTo(tried == null);
                    found += tried == null ? 0 : 1;
                    if (start != Occupancy.NONE) {
                        assertThat(plan.open(job, any) && plan.price(job, any) <= limit).isTrue();
                        plan.place(job, start, java.util.Objects.requireNonNull(plan.freeCrew(job, start, 0)));
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    private static @Nullable Long cheapest(Occupancy plan, Job job, long limit) {
        Long least = null;
        for (int start : job.starts) {
            long price = plan.price(job, start);
            if (price <= limit && (least == null || price < least) && plan.open(job, start) && plan.freeCrew(job, start, 0) != null) {
                least = price;
            }
        }
        return least;
    }
}
