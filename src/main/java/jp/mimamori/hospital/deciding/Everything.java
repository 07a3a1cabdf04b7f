package jp.mimamori.hospital.deciding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.Kept;
import jp.mimamori.hospital.KeptRecords;
import jp.mimamori.hospital.Kind;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.JobFailedException;
import jp.mimamori.jobs.JobProgress;
import jp.mimamori.jobs.Work;
import jp.mimamori.language.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides everything that is kept. Findings are read and rows written here, page by page; in between, as many threads as there are processors
 * decide. What was written aside is shown only if nothing has changed meanwhile.
 */
@Component
class Everything implements Work {

    static final String KIND = "assess";
    private static final Wording WORDS = Wording.of(Deciding.class);
    private static final int CHUNK = 500;
    private static final int AHEAD = 4;
    private static final int TRIES = 5;

    private final Keeping keeping;
    private final KeptRecords records;
    private final Assessments assessments;
    private final DecisionEngine engine;
    private final AuditTrail trail;
    private final TransactionOperations transactions;
    private final Clock clock;

    Everything(Keeping keeping, KeptRecords records, Assessments assessments, DecisionEngine engine, AuditTrail trail,
            TransactionOperations transactions, Clock clock) {
        this.keeping = keeping;
        this.records = records;
        this.assessments = assessments;
        this.engine = engine;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(Job job, JobProgress progress) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone());
            Known known = keeping.known();
            long run = assessments.begin(known.version(), engine.policyVersion(), day);
            Pass pass = new Pass(run, known, day, records.count(Kind.FINDING), progress);
            pass.decide();
            progress.at(WORDS.message("progress.publishing"), 1);
            if (keeping.version() == known.version()) {
                if (pass.findings != pass.total) { // shown to nobody rather than with a finding missing
                    throw new IllegalStateException(pass.findings + " of " + pass.total + " findings were decided");
                }
                return published(job, pass);
            }
        }
        throw new JobFailedException(WORDS.message("assess.changing"));
    }

    private String published(Job job, Pass pass) {
        String result = "{\"run\":" + pass.run + ",\"findings\":" + pass.findings + ",\"rows\":" + pass.rows + "}";
        transactions.executeWithoutResult(any -> {
            assessments.publish(pass.run);
            trail.add(new AuditEvent(clock.instant(), job.by(), "assessment.published", "assessment/" + pass.run, result));
        });
        return result;
    }

    /** One going through all findings. */
    private final class Pass {

        private final long run;
        private final Known known;
        private final LocalDate day;
        private final long total;
        private final JobProgress progress;
        private final Rows maker = new Rows(engine);
        private final Set<String> ids = new HashSet<>();
        private final Deque<Future<Integer>> ahead = new ArrayDeque<>();
        private List<Kept> chunk = new ArrayList<>(CHUNK);
        private long findings;
        private long rows;

        Pass(long run, Known known, LocalDate day, long total, JobProgress progress) {
            this.run = run;
            this.known = known;
            this.day = day;
            this.total = total;
            this.progress = progress;
        }

        void decide() throws InterruptedException {
            ExecutorService deciders = Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
            ExecutorService writer = Executors.newSingleThreadExecutor();
            try {
                records.each(Kind.FINDING, kept -> {
                    chunk.add(kept);
                    if (chunk.size() == CHUNK) {
                        hand(deciders, writer);
                    }
                });
                hand(deciders, writer);
                while (!ahead.isEmpty()) {
                    written();
                }
            } finally {
                deciders.shutdownNow();
                writer.shutdown(); // what is being written ends before anybody looks
                writer.awaitTermination(1, TimeUnit.MINUTES);
            }
        }

        private void hand(ExecutorService deciders, ExecutorService writer) {
            List<Kept> some = chunk;
            chunk = new ArrayList<>(CHUNK);
            Future<List<List<FindingRow>>> made = deciders.submit(
                    () -> maker.of(some.stream().map(kept -> keeping.given(kept, known, day)).toList(), known, day));
            ahead.add(writer.submit(() -> write(made.get())));
            if (ahead.size() > AHEAD) {
                written();
            }
        }

        /** In the order of the ledger, and by one thread alone. */
        private Integer write(List<List<FindingRow>> made) {
            List<FindingRow> named = new ArrayList<>();
            made.forEach(finding -> finding.forEach(row -> {
                String id = Ids.free(row.id(), ids::contains);
                ids.add(id);
                named.add(Rows.named(row, id));
            }));
            assessments.add(run, named);
            rows += named.size();
            return made.size();
        }

        private void written() {
            try {
                findings += ahead.remove().get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while deciding", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("deciding failed", e);
            }
            progress.at(WORDS.message("progress.deciding", findings, total), total == 0 ? 1 : Math.min(1, (double) findings / total));
        }
    }
}
