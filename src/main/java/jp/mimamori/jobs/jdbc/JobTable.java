package jp.mimamori.jobs.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.mimamori.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table {@code job}. Each beginning of a job has a number; whoever holds an older one may no longer write. */
@Repository
class JobTable {

    private static final String SELECT = "select id, kind, what, by_name, state, asked_millis, ended_millis, said, share, result, failure from job ";
    private static final String OVER = "('DONE', 'CANCELLED', 'FAILED')";

    private final JdbcClient jdbc;

    JobTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String kind, String order, String by, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into job (kind, what, by_name, state, asked_millis) values (?, ?, ?, ?, ?)")
                .params(kind, order, by, Job.State.WAITING.name(), now.toEpochMilli()).update(keys, "id");
        return requireNonNull(keys.getKeyAs(Long.class));
    }

    Optional<Job> job(long id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query((row, i) -> job(row)).optional();
    }

    List<Job> recent(int limit) {
        return jdbc.sql(SELECT + "order by id desc limit ?").param(limit).query((row, i) -> job(row)).list();
    }

    List<Job> open(String kind) {
        return jdbc.sql(SELECT + "where kind = ? and state not in " + OVER + " order by id").param(kind).query((row, i) -> job(row)).list();
    }

    /** Begins it; gives the number of this beginning, nothing where it is over. */
    OptionalInt begin(long id) {
        int begun = jdbc.sql("update job set state = 'RUNNING', attempt = attempt + 1, said = null, share = -1 where id = ? and state not in " + OVER)
                .param(id).update();
        return begun == 0 ? OptionalInt.empty() : OptionalInt.of(jdbc.sql("select attempt from job where id = ?").param(id).query(Integer.class).single());
    }

    /** Says how far it is. False where it is no longer this beginning's to say, or somebody asked it to stop. */
    boolean say(long id, int attempt, String said, double share) {
        return jdbc.sql("update job set said = ?, share = ? where id = ? and attempt = ? and state = 'RUNNING' and not stopping")
                .params(said, share, id, attempt).update() == 1;
    }

    boolean isStopping(long id, int attempt) {
        return jdbc.sql("select count(*) from job where id = ? and attempt = ? and state = 'RUNNING' and not stopping").params(id, attempt)
                .query(Long.class).single() == 0;
    }

    /** Whether somebody asked it to stop, rather than another instance having taken it over. */
    boolean isCancelled(long id) {
        return jdbc.sql("select count(*) from job where id = ? and stopping").param(id).query(Long.class).single() == 1;
    }

    void end(long id, int attempt, Job.State state, @Nullable String result, @Nullable String failure, Instant now) {
        jdbc.sql("update job set state = ?, result = ?, failure = ?, ended_millis = ? where id = ? and attempt = ? and state = 'RUNNING'")
                .params(state.name()).param(result).param(failure).params(now.toEpochMilli(), id, attempt).update();
    }

    /** Puts it back into the queue: the service is going down. */
    void giveBack(long id, int attempt) {
        jdbc.sql("update job set state = 'WAITING', attempt = attempt - 1 where id = ? and attempt = ? and state = 'RUNNING'").params(id, attempt).update();
    }

    /** Asks it to stop; one that has not begun is over at once. False where it was over already. */
    boolean stop(long id, Instant now) {
        int waiting = jdbc.sql("update job set state = 'CANCELLED', stopping = true, ended_millis = ? where id = ? and state = 'WAITING'")
                .params(now.toEpochMilli(), id).update();
        int running = jdbc.sql("update job set stopping = true where id = ? and state = 'RUNNING' and not stopping").param(id).update();
        return waiting + running > 0;
    }

    private static Job job(ResultSet row) throws SQLException {
        long ended = row.getLong("ended_millis");
        Instant over = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new Job(row.getLong("id"), row.getString("kind"), row.getString("what"), row.getString("by_name"),
                Job.State.valueOf(row.getString("state")), Instant.ofEpochMilli(row.getLong("asked_millis")), over, row.getString("said"),
                row.getDouble("share"), row.getString("result"), row.getString("failure"));
    }
}
