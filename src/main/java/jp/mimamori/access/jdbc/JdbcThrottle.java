package jp.mimamori.access.jdbc;

import java.time.Duration;
import java.time.Instant;
import jp.mimamori.access.Throttle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failed sign-ins in the table {@code sign_in_failure}. */
@Repository
class JdbcThrottle implements Throttle {

    /** After a day without a failure an old one no longer counts. */
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int LONGEST_SUBJECT = 200;

    private final JdbcClient jdbc;

    JdbcThrottle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Duration wait(String subject, Instant now) {
        long until = jdbc.sql("select until_millis from sign_in_failure where subject = ?").param(key(subject)).query(Long.class).optional()
                .orElse(0L);
        long left = until - now.toEpochMilli();
        return left > 0 ? Duration.ofMillis(left) : Duration.ZERO;
    }

    @Override
    public void failed(String subject, int forgiven, Instant now) {
        jdbc.sql("delete from sign_in_failure where until_millis < ?").param(now.minus(REMEMBERED).toEpochMilli()).update();
        String key = key(subject);
        int failures = jdbc.sql("select failures from sign_in_failure where subject = ?").param(key).query(Integer.class).optional().orElse(0) + 1;
        long until = now.plus(Throttle.after(failures, forgiven)).toEpochMilli();
        int known = jdbc.sql("update sign_in_failure set failures = failures + 1, until_millis = ? where subject = ?").params(until, key).update();
        if (known == 0) {
            try {
                jdbc.sql("insert into sign_in_failure (subject, failures, until_millis) values (?, 1, ?)").params(key, until).update();
            } catch (DuplicateKeyException e) {
                failed(subject, forgiven, now); // another request was the first
            }
        }
    }

    @Override
    public void succeeded(String subject) {
        jdbc.sql("delete from sign_in_failure where subject = ?").param(key(subject)).update();
    }

    private static String key(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }
}
