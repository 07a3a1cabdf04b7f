package jp.mimamori.hospital.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.mimamori.hospital.Kept;
import jp.mimamori.hospital.KeptRecords;
import jp.mimamori.hospital.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Current rows of {@code kept_record}, a page at a time: a database that hands over whole results would hold all of them in memory. */
@Repository
class JdbcKeptRecords implements KeptRecords {

    private static final int PAGE = 1000;
    private static final String COLUMNS = "select k.id, k.record_key, k.json, k.from_import from kept_record k where ";
    private static final String CURRENT = COLUMNS + "k.kind = ? and k.to_import is null";
    /** Written so that no index but that of the ids can be taken: sorting all records again for each page is what others come to. */
    private static final String PAGED = COLUMNS + "k.id > ? and k.kind || '-' = ? and coalesce(k.to_import, 0) = 0 order by k.id limit ?";

    private final JdbcClient jdbc;

    JdbcKeptRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long id, Kept kept) {
    }

    @Override
    public void each(Kind kind, Consumer<Kept> each) {
        Map<Long, LocalDate> days = days();
        Map<String, Long> earlier = earlier(kind);
        long last = 0;
        List<Row> page;
        do {
            page = jdbc.sql(PAGED).params(last, kind.name() + "-", PAGE).query((row, i) -> row(row, days, earlier)).list();
            for (Row row : page) {
                each.accept(row.kept());
                last = row.id();
            }
        } while (page.size() == PAGE);
    }

    /** The first import of every key that has older versions. */
    private Map<String, Long> earlier(Kind kind) {
        Map<String, Long> first = new HashMap<>();
        jdbc.sql("select record_key, min(from_import) from kept_record where kind = ? and to_import is not null group by record_key")
                .param(kind.name()).query(row -> {
                    first.put(row.getString(1), row.getLong(2));
                });
        return first;
    }

    /** The day of each import. */
    private Map<Long, LocalDate> days() {
        Map<Long, LocalDate> days = new HashMap<>();
        jdbc.sql("select id, as_of from import_run").query(row -> {
            days.put(row.getLong(1), row.getObject(2, LocalDate.class));
        });
        return days;
    }

    @Override
    public Optional<Kept> of(Kind kind, String key) {
        return Optional.ofNullable(of(kind, List.of(key)).get(key));
    }

    @Override
    public Map<String, Kept> of(Kind kind, Collection<String> keys) {
        Map<Long, LocalDate> days = days();
        Map<String, Kept> found = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + PAGE));
            String these = " and record_key in (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ")";
            Map<String, Long> earlier = new HashMap<>();
            jdbc.sql("select record_key, min(from_import) from kept_record where kind = ? and to_import is not null" + these + " group by record_key")
                    .param(kind.name()).params(some).query(row -> {
                        earlier.put(row.getString(1), row.getLong(2));
                    });
            jdbc.sql(CURRENT + these).param(kind.name()).params(some).query((row, i) -> row(row, days, earlier).kept()).list().forEach(kept -> found.put(kept.key(), kept));
        }
        return found;
    }

    @Override
    public long count(Kind kind) {
        return jdbc.sql("select count(*) from kept_record where kind = ? and to_import is null").param(kind.name()).query(Long.class).single();
    }

    private static Row row(ResultSet row, Map<Long, LocalDate> days, Map<String, Long> earlier) throws SQLException {
        String key = row.getString(2);
        long from = row.getLong(4);
        long first = Math.min(from, earlier.getOrDefault(key, from));
        return new Row(row.getLong(1), new Kept(key, row.getString(3), requireNonNull(days.get(first))));
    }
}
