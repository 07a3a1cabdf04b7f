package jp.mimamori.findings.jdbc;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.mimamori.findings.Visit;
import jp.mimamori.findings.Visits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Visits in {@code last_visit}; they are nobody's business and not in the trail. */
@Repository
class JdbcVisits implements Visits {

    private final JdbcClient jdbc;

    JdbcVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long seen, long latest, String seenCounts, String latestCounts) {
    }

    @Override
    @Transactional
    public Optional<Visit> seen(String account, Instant now, Map<String, Integer> counts) {
        String told = written(counts);
        Optional<Row> known = jdbc.sql("select seen_millis, latest_millis, seen_counts, latest_counts from last_visit where account = ?")
                .param(account).query((row, i) -> new Row(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4))).optional();
        if (known.isEmpty()) {
            first(account, now.toEpochMilli(), told);
            return Optional.empty();
        }
        Row row = known.get();
        boolean another = now.toEpochMilli() - row.latest() > SAME_VISIT.toMillis();
        long seen = another ? row.latest() : row.seen();
        String seenCounts = another ? row.latestCounts() : row.seenCounts();
        jdbc.sql("update last_visit set seen_millis = ?, latest_millis = ?, seen_counts = ?, latest_counts = ? where account = ?")
                .params(seen, now.toEpochMilli(), seenCounts, told, account).update();
        return seen == 0 ? Optional.empty() : Optional.of(new Visit(Instant.ofEpochMilli(seen), read(seenCounts)));
    }

    private void first(String account, long now, String counts) {
        jdbc.sql("insert into last_visit (account, seen_millis, latest_millis, seen_counts, latest_counts) values (?, 0, ?, '', ?) "
                + "on conflict do nothing").params(account, now, counts).update();
    }

    private static String written(Map<String, Integer> counts) {
        return new TreeMap<>(counts).entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining(","));
    }

    private static Map<String, Integer> read(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(",")) {
            int equals = each.indexOf('=');
            counts.put(each.substring(0, equals), Integer.valueOf(each.substring(equals + 1)));
        }
        return counts;
    }
}
