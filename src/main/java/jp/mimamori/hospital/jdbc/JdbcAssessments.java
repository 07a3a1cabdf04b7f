package jp.mimamori.hospital.jdbc;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.FindingRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Runs in {@code assessment_run}, their rows in {@code assessed_row}; {@code assessment_shown} says which one lists show. */
@Repository
class JdbcAssessments implements Assessments {

    private static final int BATCH = 1000;
    private static final int PAGE = 5000;
    /** A run that was left aside this long ago was left by a process that died. */
    private static final long ABANDONED_MILLIS = 60 * 60 * 1000L;
    private static final String INSERT = "insert into assessed_row (run_id, position, part, " + AssessedColumns.NAMES + ") values ("
            + IntStream.range(0, 35).mapToObj(i -> "?").collect(Collectors.joining(", ")) + ")";
    private static final String SHOWN = """
            select r.id, s.edition, r.hospital_version, r.policy, r.as_of, r.at_millis
            from assessment_shown s join assessment_run r on r.id = s.run_id where s.id = 1""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    JdbcAssessments(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    private record Placed(long position, int part, FindingRow row) {
    }

    @Override
    public Optional<AssessmentRun> current() {
        return jdbc.sql(SHOWN).query((row, i) -> new AssessmentRun(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4),
                row.getObject(5, LocalDate.class), java.time.Instant.ofEpochMilli(row.getLong(6)))).optional();
    }

    @Override
    public void rows(AssessmentRun run, Consumer<FindingRow> each) {
        long end = end(run.id());
        for (long from = 0; from <= end; from += PAGE) { // by ranges of the primary key: anything cleverer is sorted anew for each page
            jdbc.sql("select " + AssessedColumns.NAMES + " from assessed_row where run_id = ? and position > ? and position <= ? order by position, part")
                    .params(run.id(), from, from + PAGE).query((row, i) -> AssessedColumns.read(row)).list().forEach(each);
        }
    }

    @Override
    public Optional<FindingRow> row(String id) {
        return select("r.row_id = ?", id).stream().findFirst();
    }

    @Override
    public List<FindingRow> rowsOf(String findingKey) {
        return select("r.finding_key = ?", findingKey);
    }

    private List<FindingRow> select(String which, String value) {
        return jdbc.sql("select " + AssessedColumns.NAMES + " from assessed_row r where " + which
                + " and r.run_id = (select run_id from assessment_shown where id = 1) order by position, part").param(value)
                .query((row, i) -> AssessedColumns.read(row)).list();
    }

    @Override
    @Transactional
    public long begin(long hospitalVersion, String policy, LocalDate asOf) {
        long now = clock.millis();
        jdbc.sql("select id from assessment_run where not shown and at_millis < ?").param(now - ABANDONED_MILLIS).query(Long.class).list()
                .forEach(this::forget);
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into assessment_run (hospital_version, policy, as_of, at_millis) values (?, ?, ?, ?)")
                .params(hospitalVersion, policy, asOf, now).update(keys, "id");
        return requireNonNull(keys.getKeyAs(Long.class));
    }

    @Override
    @Transactional
    public void add(long run, List<FindingRow> rows) {
        insert(run, placed(rows, end(run)));
    }

    private long end(long run) {
        return jdbc.sql("select position from assessed_row where run_id = ? order by run_id desc, position desc, part desc limit 1").param(run)
                .query(Long.class).optional().orElse(0L);
    }

    /** Rows of one finding stand together and share a position. */
    private static List<Placed> placed(List<FindingRow> rows, long end) {
        List<Placed> placed = new ArrayList<>(rows.size());
        String key = null;
        long position = end;
        int part = 0;
        for (FindingRow row : rows) {
            if (row.findingKey().equals(key)) {
                part++;
            } else {
                position++;
                part = 0;
                key = row.findingKey();
            }
            placed.add(new Placed(position, part, row));
        }
        return placed;
    }

    private void insert(long run, List<Placed> rows) {
        batches.batchUpdate(INSERT, rows, BATCH, (to, placed) -> {
            to.setLong(1, run);
            to.setLong(2, placed.position());
            to.setInt(3, placed.part());
            AssessedColumns.write(to, 4, placed.row());
        });
    }

    /** Whoever changes what is shown does so alone; gives the run that is shown. */
    private long lock() {
        return jdbc.sql("select coalesce(run_id, 0) from assessment_shown where id = 1 for update").query(Long.class).single();
    }

    @Override
    @Transactional
    public void publish(long run) {
        long before = lock();
        long newer = jdbc.sql("select count(*) from assessment_run o, assessment_run n where o.id = ? and n.id = ? "
                + "and o.hospital_version > n.hospital_version").params(before, run).query(Long.class).single();
        if (newer > 0) { // somebody else was quicker with a later state: that one stays
            forget(run);
            return;
        }
        // the run before the last goes: whoever is still reading the last one ends in peace
        jdbc.sql("select id from assessment_run where shown and id <> ? and id <> ?").params(before, run).query(Long.class).list()
                .forEach(this::forget);
        jdbc.sql("update assessment_run set shown = true where id = ?").param(run).update();
        jdbc.sql("update assessment_shown set run_id = ?, edition = edition + 1 where id = 1").param(run).update();
    }

    private void forget(long run) {
        jdbc.sql("delete from assessed_row where run_id = ?").param(run).update();
        jdbc.sql("delete from assessment_run where id = ?").param(run).update();
    }

    @Override
    @Transactional
    public void replace(List<String> findingKeys, List<FindingRow> rows) {
        long run = lock();
        if (run == 0) {
            return;
        }
        var byKey = rows.stream().collect(Collectors.groupingBy(FindingRow::findingKey));
        for (String key : findingKeys) {
            Long known = jdbc.sql("select min(position) from assessed_row where finding_key = ? and run_id = ?").params(key, run)
                    .query(Long.class).optional().orElse(null);
            jdbc.sql("delete from assessed_row where finding_key = ? and run_id = ?").params(key, run).update();
            long position = known != null ? known : end(run) + 1;
            insert(run, placed(byKey.getOrDefault(key, List.of()), position - 1));
        }
        jdbc.sql("update assessment_shown set edition = edition + 1 where id = 1").update();
        // where these findings are all that has changed since, the run is up to date again
        jdbc.sql("update assessment_run set hospital_version = hospital_version + 1 where id = ? and hospital_version + 1 = "
                + "(select version from hospital_state where id = 1)").param(run).update();
    }
}
