package jp.mimamori.jobs.jdbc;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.jobs.Chore;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Jobs on db-scheduler: its table says what is due and which instance has taken it, and whether that instance still lives. Ours says what the
 * job is and how it went.
 */
@Component
class JdbcJobs implements Jobs, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcJobs.class);
    private static final String TASK = "job";
    private static final int THREADS = 3;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);
    /** An instance that was silent for so many heartbeats is dead; its jobs are begun again elsewhere. */
    private static final int MISSED = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final JobTable table;
    private final Runner runner;
    private final ObjectProvider<Chore> chores;
    private final AuditTrail trail;
    private final DataSource source;
    private final Clock clock;
    private final CustomTask<Void> task;
    private final Scheduler client;
    private volatile boolean running;
    private Scheduler scheduler;

    JdbcJobs(JobTable table, Runner runner, ObjectProvider<Chore> chores, AuditTrail trail, DataSource source, Clock clock) {
        this.table = table;
        this.runner = runner;
        this.chores = chores;
        this.trail = trail;
        this.source = source;
        this.clock = clock;
        this.task = Tasks.custom(TASK, Void.class)
                .onFailure((complete, operations) -> operations.reschedule(complete, clock.instant().plus(AGAIN)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean over = runner.run(Long.parseLong(instance.getId()));
                    return (complete, operations) -> {
                        if (over) {
                            operations.remove();
                        } else {
                            operations.reschedule(complete, clock.instant());
                        }
                    };
                });
        this.client = built(List.of());
        this.scheduler = client;
    }

    private Scheduler built(List<RecurringTask<Void>> recurring) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(source), task).startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed("mimamori-" + UUID.randomUUID())).threads(THREADS).pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(MISSED).shutdownMaxWait(PATIENCE).clock(clock::instant)
                .build();
    }

    @Override
    public void start() {
        reviveOwn();
        scheduler = built(chores.stream().map(chore -> Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
                .execute((instance, context) -> quietly(chore))).toList());
        scheduler.start();
        running = true;
    }

    private static void quietly(Chore chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.error("chore {} failed", chore.name(), e);
        }
    }

    /** The embedded database has one process only: whoever had taken a job before this start is dead, without waiting for its heartbeat. */
    private void reviveOwn() {
        try (Connection connection = source.getConnection()) {
            if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
                return;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
        JdbcClient.create(source).sql("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1 "
                + "where picked").update();
    }

    @Override
    public void stop() {
        runner.goDown();
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Begins last and ends first: what a job needs is there while it runs. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    @Transactional
    public long ask(String kind, String order, String by) {
        long id = table.add(kind, order, by, clock.instant());
        client.schedule(task.instance(Long.toString(id)), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (running) {
                    scheduler.triggerCheckForDueExecutions();
                }
            }
        });
        return id;
    }

    @Override
    public Optional<Job> job(long id) {
        return table.job(id);
    }

    @Override
    public List<Job> recent(int limit) {
        return table.recent(limit);
    }

    @Override
    public List<Job> open(String kind) {
        return table.open(kind);
    }

    @Override
    @Transactional
    public void cancel(long id, String by) {
        if (table.stop(id, clock.instant())) {
            trail.add(new AuditEvent(clock.instant(), by, "job.cancelled", "job/" + id, ""));
        }
    }
}
