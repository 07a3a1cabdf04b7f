package jp.mimamori.hospital.jdbc;

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
    private static final String CURRENT = """
            select k.id, k.record_key, k.json, r.as_of from kept_record k join import_run r on r.id =
                (select min(f.from_import) from kept_record f where f.kind = k.kind and f.record_key = k.record_key)
            where k.kind = ? and k.to_import is null""";

    private final JdbcClient jdbc;

    JdbcKeptRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long id, Kept kept) {
    }

    @Override
    public void each(Kind kind, Consumer<Kept> each) {
        long last = 0;
        List<Row> page;
        do {
            page = jdbc.sql(CURRENT + " and k.id > ? order by k.id limit ?").params(kind.name(), last, PAGE).query((row, i) -> row(row)).list();
            for (Row row : page) {
                each.accept(row.kept());
                last = row.id();
            }
        } while (page.size() == PAGE);
    }

    @Override
    public Optional<Kept> of(Kind kind, String key) {
        return jdbc.sql(CURRENT + " and k.record_key = ?").params(kind.name(), key).query((row, i) -> row(row).kept()).optional();
    }

    @Override
    public Map<String, Kept> of(Kind kind, Collection<String> keys) {
        Map<String, Kept> found = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + PAGE));
            jdbc.sql(CURRENT + " and k.record_key in (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ")")
                    .param(kind.name()).params(some).query((row, i) -> row(row).kept()).list().forEach(kept -> found.put(kept.key(), kept));
        }
        return found;
    }

    @Override
    public long count(Kind kind) {
        return jdbc.sql("select count(*) from kept_record where kind = ? and to_import is null").param(kind.name()).query(Long.class).single();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), new Kept(row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)));
    }
}
