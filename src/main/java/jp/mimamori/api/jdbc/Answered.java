package jp.mimamori.api.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers to requests with an Idempotency-Key, in the table {@code api_answer}; forgotten after two days. */
@Repository
public class Answered {

    private static final long KEPT_MILLIS = Duration.ofDays(2).toMillis();

    private final JdbcClient jdbc;
    private final Clock clock;

    Answered(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An answer that was given.
     *
     * @param sha256 of what was asked
     */
    public record Given(String sha256, int status, @Nullable String location, String body) {
    }

    public Optional<Given> of(String caller, String key) {
        return jdbc.sql("select sha256, status, location, body from api_answer where caller = ? and request = ?").params(caller, key)
                .query((row, i) -> new Given(row.getString(1), row.getInt(2), row.getString(3), row.getString(4))).optional();
    }

    /**
     * Keeps an answer, in the transaction of what it answers.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the same request is being answered by somebody else
     */
    public void keep(String caller, String key, Given given) {
        long now = clock.millis();
        jdbc.sql("delete from api_answer where at_millis < ?").param(now - KEPT_MILLIS).update();
        jdbc.sql("insert into api_answer (caller, request, sha256, status, location, body, at_millis) values (?, ?, ?, ?, ?, ?, ?)")
                .params(caller, key, given.sha256(), given.status()).param(given.location()).params(given.body(), now).update();
    }
}
