package jp.mimamori.hospital.deciding;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.jobs.Chore;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import org.springframework.stereotype.Component;

/** Asks for everything to be decided anew where what is shown no longer holds: the records, the policy or the day are others. */
@Component
class Freshness implements Chore {

    /** What failed, or was stopped by somebody, is not tried again at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HospitalStore store;
    private final Assessments assessments;
    private final DecisionEngine engine;
    private final Deciding deciding;
    private final Jobs jobs;
    private final Clock clock;

    Freshness(HospitalStore store, Assessments assessments, DecisionEngine engine, Deciding deciding, Jobs jobs, Clock clock) {
        this.store = store;
        this.assessments = assessments;
        this.engine = engine;
        this.deciding = deciding;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        if (isStale() && jobs.open(Everything.KIND).isEmpty() && !hasJustFailed()) {
            deciding.everything("system");
        }
    }

    boolean isStale() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return assessments.current().filter(run -> run.hospitalVersion() == store.version() && run.policy().equals(engine.policyVersion())
                && run.asOf().equals(today)).isEmpty();
    }

    private boolean hasJustFailed() {
        return jobs.recent(100).stream().filter(job -> job.kind().equals(Everything.KIND)).findFirst()
                .filter(job -> job.state() == Job.State.FAILED || job.state() == Job.State.CANCELLED)
                .filter(job -> job.ended() != null && job.ended().isAfter(clock.instant().minus(PATIENCE))).isPresent();
    }
}
