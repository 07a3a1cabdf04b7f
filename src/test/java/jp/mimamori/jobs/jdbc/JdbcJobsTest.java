package jp.mimamori.jobs.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.JobFailedException;
import jp.mimamori.jobs.JobProgress;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.jobs.Work;
import jp.mimamori.jobs.json.ToldJson;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.service.Databases;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcJobsTest {

    private static final Message SENTENCE = Wording.of(Jobs.class).message("failed.kind", "x");

    static Stream<Named<DataSource>> databases() throws IOException {
        return Databases.all();
    }

    @Configuration
    @EnableTransactionManagement
    static class Transactions {
    }

    private interface Doing {
        String run(Job job, JobProgress progress) throws Exception;
    }

    /** An instance of the service that can do one kind of work. */
    private static AnnotationConfigApplicationContext instance(DataSource source, Doing doing) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(AuditTrail.class, () -> AuditTrails.in(source));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Work.class, () -> new Work() {
            @Override
            public String kind() {
                return "test";
            }

            @Override
            public String run(Job job, JobProgress progress) throws Exception {
                return doing.run(job, progress);
            }
        });
        context.register(Transactions.class, JobTable.class, Runner.class, JdbcJobs.class);
        context.refresh();
        return context;
    }

    private static void until(BooleanSupplier what) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!what.getAsBoolean()) {
            assertThat(Instant.now()).as("it never came true").isBefore(end);
            Thread.sleep(20);
        }
    }

    private static Job over(Jobs jobs, long id) throws InterruptedException {
        until(() -> jobs.job(id).orElseThrow().state().isOver());
        return jobs.job(id).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_job_is_done_and_tells_how_far_it_is(DataSource source) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (var one = instance(source, (job, progress) -> {
            progress.at(SENTENCE, 0.5);
            seen.await(30, TimeUnit.SECONDS);
            return "{\"order\":" + job.order() + "}";
        })) {
            Jobs jobs = one.getBean(Jobs.class);
            long id = jobs.ask("test", "[1]", "suzuki");
            until(() -> jobs.job(id).orElseThrow().share() == 0.5);
            Job running = jobs.job(id).orElseThrow();
            assertThat(running.state()).isEqualTo(Job.State.RUNNING);
            assertThat(ToldJson.read(running.said(), Language.JA)).isEqualTo(SENTENCE.in(Language.JA));
            assertThat(jobs.open("test")).extracting(Job::id).containsExactly(id);
            seen.countDown();
            Job done = over(jobs, id);
            assertThat(done.state()).isEqualTo(Job.State.DONE);
            assertThat(done.result()).isEqualTo("{\"order\":[1]}");
            assertThat(done.ended()).isNotNull();
            assertThat(jobs.open("test")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_asked_for_in_a_transaction_that_fails_was_never_asked_for(DataSource source) throws Exception {
        AtomicInteger runs = new AtomicInteger();
        try (var one = instance(source, (job, progress) -> "" + runs.incrementAndGet())) {
            Jobs jobs = one.getBean(Jobs.class);
            new TransactionTemplate(one.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                jobs.ask("test", "{}", "suzuki");
                status.setRollbackOnly();
            });
            assertThat(over(jobs, jobs.ask("test", "{}", "suzuki")).result()).isEqualTo("1");
            assertThat(jobs.recent(9)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_job_is_stopped_when_somebody_asks_and_one_that_waits_never_begins(DataSource source) throws Exception {
        try (var one = instance(source, (job, progress) -> {
            while (true) {
                progress.at(SENTENCE, -1);
                Thread.sleep(10);
            }
        })) {
            Jobs jobs = one.getBean(Jobs.class);
            List<Long> ids = LongStream.range(0, 5).mapToObj(i -> jobs.ask("test", "{}", "suzuki")).toList();
            until(() -> jobs.recent(9).stream().filter(job -> job.state() == Job.State.RUNNING).count() == 3);
            ids.forEach(id -> jobs.cancel(id, "sato"));
            for (long id : ids) {
                assertThat(over(jobs, id).state()).isEqualTo(Job.State.CANCELLED);
            }
            assertThat(AuditTrails.in(source).newest(9, Long.MAX_VALUE)).hasSize(5)
                    .allMatch(entry -> entry.event().action().equals("job.cancelled") && entry.event().actor().equals("sato"));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_failure_is_told_in_a_sentence(DataSource source) throws Exception {
        try (var one = instance(source, (job, progress) -> {
            if (job.order().equals("told")) {
                throw new JobFailedException(SENTENCE);
            }
            throw new IllegalStateException("secret detail");
        })) {
            Jobs jobs = one.getBean(Jobs.class);
            Job told = over(jobs, jobs.ask("test", "told", "suzuki"));
            assertThat(ToldJson.read(told.failure(), Language.JA)).isEqualTo(SENTENCE.in(Language.JA));
            Job fault = over(jobs, jobs.ask("test", "{}", "suzuki"));
            assertThat(fault.state()).isEqualTo(Job.State.FAILED);
            assertThat(fault.failure()).doesNotContain("secret");
            assertThat(ToldJson.read(fault.failure(), Language.EN)).containsPattern("number [0-9a-f]{8};");
            Job nobody = over(jobs, jobs.ask("nobody-does-this", "{}", "suzuki"));
            assertThat(nobody.state()).isEqualTo(Job.State.FAILED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_job_whose_service_goes_down_is_done_after_the_next_start(DataSource source) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        long id;
        try (var one = instance(source, (job, progress) -> {
            begun.countDown();
            while (true) {
                progress.at(SENTENCE, -1);
                Thread.sleep(10);
            }
        })) {
            id = one.getBean(Jobs.class).ask("test", "{}", "suzuki");
            begun.await();
        }
        try (var two = instance(source, (job, progress) -> "2")) {
            assertThat(over(two.getBean(Jobs.class), id).result()).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_job_whose_process_died_runs_again_and_the_dead_can_no_longer_write(DataSource source) throws Exception {
        long id;
        try (var one = instance(source, (job, progress) -> "1")) {
            Jobs jobs = one.getBean(Jobs.class);
            id = over(jobs, jobs.ask("test", "{}", "suzuki")).id();
        }
        // as a process leaves it that died long ago in the middle of it
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("update job set state = 'RUNNING', result = null, ended_millis = null where id = ?").param(id).update();
        jdbc.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version) "
                + "values ('job', ?, timestamp '2020-01-01 00:00:00', true, 'dead', timestamp '2020-01-01 00:00:00', 1)").param(Long.toString(id)).update();
        try (var two = instance(source, (job, progress) -> "2")) {
            assertThat(over(two.getBean(Jobs.class), id).result()).isEqualTo("2");
            JobTable table = two.getBean(JobTable.class);
            assertThat(table.say(id, 1, "{}", 0.1)).isFalse();
            table.end(id, 1, Job.State.FAILED, null, "{}", Instant.now());
            assertThat(two.getBean(Jobs.class).job(id).orElseThrow().state()).isEqualTo(Job.State.DONE);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void two_instances_share_the_jobs_and_never_run_one_twice(DataSource source) throws Exception {
        Map<Long, AtomicInteger> runs = new ConcurrentHashMap<>();
        Set<String> by = ConcurrentHashMap.newKeySet();
        try (var one = instance(source, (job, progress) -> counted("one", job, runs, by));
                var two = instance(source, (job, progress) -> counted("two", job, runs, by))) {
            Jobs jobs = one.getBean(Jobs.class);
            List<Long> ids = LongStream.range(0, 60).mapToObj(i -> jobs.ask("test", "{}", "suzuki")).toList();
            for (long id : ids) {
                assertThat(over(two.getBean(Jobs.class), id).state()).isEqualTo(Job.State.DONE);
            }
            assertThat(runs).hasSize(60);
            assertThat(runs.values()).allMatch(count -> count.get() == 1);
            assertThat(by).containsExactlyInAnyOrder("one", "two");
        }
    }

    private static String counted(String who, Job job, Map<Long, AtomicInteger> runs, Set<String> by) throws InterruptedException {
        runs.computeIfAbsent(job.id(), any -> new AtomicInteger()).incrementAndGet();
        by.add(who);
        until(() -> by.size() == 2); // nobody goes on before both have begun
        return "{}";
    }
}
