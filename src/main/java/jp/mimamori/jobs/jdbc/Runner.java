package jp.mimamori.jobs.jdbc;

import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.JobFailedException;
import jp.mimamori.jobs.JobStoppedException;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.jobs.Work;
import jp.mimamori.jobs.json.ToldJson;
import jp.mimamori.language.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does one job, and writes down how it ended. */
@Component
class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final Wording WORDS = Wording.of(Jobs.class);
    /** A job that takes the process down with it is not begun for ever. */
    private static final int BEGINNINGS = 5;

    private final JobTable table;
    private final ObjectProvider<Work> works;
    private final Clock clock;
    private volatile boolean goingDown;

    Runner(JobTable table, ObjectProvider<Work> works, Clock clock) {
        this.table = table;
        this.works = works;
        this.clock = clock;
    }

    /** From now on whatever runs gives up as soon as it looks, and is gone on with after the next start. */
    void goDown() {
        goingDown = true;
    }

    /** @return whether the job is over; else it has to be begun again */
    boolean run(long id) {
        if (goingDown) {
            return false;
        }
        OptionalInt begun = table.begin(id);
        Job job = table.job(id).orElse(null);
        if (begun.isEmpty() || job == null) {
            return true;
        }
        int attempt = begun.getAsInt();
        if (attempt > BEGINNINGS) {
            String number = number();
            LOG.error("job {} ({}) was begun {} times and never ended: given up as {}", id, job.kind(), attempt - 1, number);
            table.end(id, attempt, Job.State.FAILED, null, ToldJson.write(WORDS.message("failed.again", attempt - 1, number)), clock.instant());
            return true;
        }
        return run(job, attempt);
    }

    private boolean run(Job job, int attempt) {
        Work work = kinds().get(job.kind());
        if (work == null) {
            table.end(job.id(), attempt, Job.State.FAILED, null, ToldJson.write(WORDS.message("failed.kind", job.kind())), clock.instant());
            return true;
        }
        try {
            String result = work.run(job, new Told(table, job.id(), attempt, () -> goingDown));
            table.end(job.id(), attempt, Job.State.DONE, result, null, clock.instant());
        } catch (JobStoppedException e) {
            return stopped(job, attempt);
        } catch (JobFailedException e) {
            table.end(job.id(), attempt, Job.State.FAILED, null, ToldJson.write(e.told()), clock.instant());
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            if (goingDown) { // whatever was interrupted complains in its own way
                return stopped(job, attempt);
            }
            String number = number();
            LOG.error("job {} ({}) failed: {}", job.id(), job.kind(), number, e);
            table.end(job.id(), attempt, Job.State.FAILED, null, ToldJson.write(WORDS.message("failed.fault", number)), clock.instant());
        }
        return true;
    }

    private boolean stopped(Job job, int attempt) {
        if (table.isCancelled(job.id())) {
            table.end(job.id(), attempt, Job.State.CANCELLED, null, null, clock.instant());
            return true;
        }
        if (goingDown) {
            table.giveBack(job.id(), attempt);
            return false;
        }
        return true; // another instance has taken it over
    }

    private static String number() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private Map<String, Work> kinds() {
        return works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
    }
}
