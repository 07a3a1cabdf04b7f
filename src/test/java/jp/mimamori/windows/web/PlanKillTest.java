package jp.mimamori.windows.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Role;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.service.RunningService;
import jp.mimamori.service.ServiceProcess;
import jp.mimamori.service.Visitor;
import jp.mimamori.windows.PlanHead;
import jp.mimamori.windows.Plans;
import jp.mimamori.windows.SamplePlan;
import jp.mimamori.windows.SchedulingWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The service is killed (SIGKILL) while it looks for windows: the earlier plan stands, and the search begun again keeps one plan. */
class PlanKillTest {

    private static final String PASSWORD = "yoru-no-tenken-2026";
    private static final int TRIES = 600;

    @TempDir
    Path data;

    private static void await(String what, Callable<Boolean> done) throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            if (done.call()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError(what + " did not come about");
    }

    @Test
    void a_search_that_dies_leaves_the_draft_and_goes_on_after_the_start() throws Exception {
        PlanHead earlier;
        try (RunningService service = RunningService.start(data, 0, List.of())) {
            service.part(Accounts.class).add("sakura", "桜井", EnumSet.allOf(Role.class), service.part(PasswordEncoder.class).encode(PASSWORD));
            earlier = service.part(Plans.class).keep(SamplePlan.content(SamplePlan.HOSHINAGI, new Effort(600, 1, 20)), SamplePlan.DAY, PlanHead.How.NEW,
                    "sakura", null, null);
        }
        try (ServiceProcess service = new ServiceProcess(data)) {
            Visitor visitor = new Visitor(service.address());
            visitor.signIn("sakura", PASSWORD);
            assertThat(visitor.send("/plan", "/plan/make", "mode", "CONTINUE", "seconds", "3000").statusCode()).isEqualTo(302);
            await("a search", () -> visitor.get("/plan").body().matches("(?s).*(Looking for windows|作業枠を探しています).*"));
            service.kill();
        }
        try (RunningService service = RunningService.start(data, 0, List.of())) {
            Plans plans = service.part(Plans.class);
            Jobs jobs = service.part(Jobs.class);
            assertThat(plans.draft()).as("nothing is half kept").contains(earlier);
            Job job = jobs.recent(10).stream().filter(one -> one.kind().equals(SchedulingWork.KIND)).findFirst().orElseThrow();
            assertThat(job.state()).isEqualTo(Job.State.RUNNING);
            String before = job.said();
            await("the search after the start", () -> !java.util.Objects.equals(before, jobs.job(job.id()).orElseThrow().said())
                    && String.valueOf(jobs.job(job.id()).orElseThrow().said()).contains("Looking for windows"));
            jobs.cancel(job.id(), "sakura");
            await("its end", () -> jobs.job(job.id()).orElseThrow().state().isOver());
            assertThat(jobs.job(job.id()).orElseThrow().state()).isEqualTo(Job.State.DONE);
            Map<PlanHead.State, List<PlanHead>> kept = plans.all(10).stream().collect(Collectors.groupingBy(PlanHead::state));
            assertThat(kept.get(PlanHead.State.DRAFT)).singleElement().satisfies(head -> assertThat(head.how()).isEqualTo(PlanHead.How.CONTINUED));
            assertThat(kept.get(PlanHead.State.SET_ASIDE)).singleElement().satisfies(head -> assertThat(head.id()).isEqualTo(earlier.id()));
        }
    }
}
