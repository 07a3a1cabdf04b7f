package jp.mimamori.hospital.deciding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.KeptRecords;
import jp.mimamori.hospital.jdbc.Hospitals;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.JobProgress;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.language.Message;
import org.springframework.transaction.support.TransactionOperations;

/** A hospital's store with everything that decides it, without a service around it; jobs are done when they are asked for. */
public final class HospitalDesk {

    public final HospitalStore store;
    public final Assessments assessments;
    public final KeptRecords records;
    public final Deciding deciding;
    final Freshness freshness;
    private final Everything everything;
    private final List<Job> jobs = new ArrayList<>();

    public HospitalDesk(DataSource source, DecisionEngine engine, Clock clock) {
        store = Hospitals.store(source);
        records = Hospitals.records(source);
        assessments = Hospitals.assessments(source);
        Keeping keeping = new Keeping(store, records);
        everything = new Everything(keeping, records, assessments, engine, AuditTrails.in(source), TransactionOperations.withoutTransaction(), clock);
        Jobs queue = new AtOnce();
        deciding = new Decider(keeping, records, assessments, engine, queue, clock);
        freshness = new Freshness(store, assessments, engine, deciding, queue, clock);
    }

    /** How often everything was decided. */
    public int times() {
        return jobs.size();
    }

    private final class AtOnce implements Jobs {

        @Override
        public long ask(String kind, String order, String by) {
            Job job = new Job(jobs.size() + 1, kind, order, by, Job.State.DONE, java.time.Instant.EPOCH, java.time.Instant.EPOCH, null, 1, null, null);
            jobs.add(job);
            try {
                everything.run(job, new JobProgress() {
                    @Override
                    public void at(Message what, double share) {
                    }

                    @Override
                    public boolean isStopping() {
                        return false;
                    }
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return job.id();
        }

        @Override
        public Optional<Job> job(long id) {
            return Optional.of(jobs.get((int) id - 1));
        }

        @Override
        public List<Job> recent(int limit) {
            return List.copyOf(jobs);
        }

        @Override
        public void cancel(long id, String by) {
            throw new IllegalStateException("done already");
        }
    }
}
