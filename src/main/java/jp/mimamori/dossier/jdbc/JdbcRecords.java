package jp.mimamori.dossier.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.mimamori.dossier.Kept;
import jp.mimamori.dossier.Records;
import jp.mimamori.dossier.Version;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.json.KeptJson;
import jp.mimamori.inventory.Device;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Single records out of {@code kept_record}, the closed ones included. */
@Repository
class JdbcRecords implements Records {

    private final JdbcClient jdbc;
    private final KeptJson json = new KeptJson();

    JdbcRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Kept<KeptFinding>> finding(String key) {
        return now(Kind.FINDING, key, KeptFinding.class);
    }

    @Override
    public Optional<Kept<Device>> device(String key) {
        return now(Kind.DEVICE, key, Device.class);
    }

    private <T extends Record> Optional<Kept<T>> now(Kind kind, String key, Class<T> type) {
        return jdbc.sql("select json, from_import from kept_record where record_key = ? and kind = ? and to_import is null")
                .params(key, kind.name()).query((row, i) -> new Kept<>(key, json.read(row.getString(1), type), row.getLong(2))).optional();
    }

    @Override
    public List<Version<KeptFinding>> findingVersions(String key) {
        return versions(Kind.FINDING, key, KeptFinding.class);
    }

    @Override
    public List<Version<Device>> deviceVersions(String key) {
        return versions(Kind.DEVICE, key, Device.class);
    }

    /** An ending is told where no version follows at once. */
    @Transactional(readOnly = true)
    <T extends Record> List<Version<T>> versions(Kind kind, String key, Class<T> type) {
        return jdbc.sql("""
                select k.json, r.id, r.by_name, r.at_millis, r.as_of,
                    case when exists (select 1 from import_file f where f.import_id = r.id) then 0 else 1 end as by_hand,
                    e.id as end_id, e.by_name as end_by, e.at_millis as end_at
                from kept_record k join import_run r on r.id = k.from_import
                left join import_run e on e.id = k.to_import and not exists (
                    select 1 from kept_record n where n.kind = k.kind and n.record_key = k.record_key and n.from_import = k.to_import)
                where k.record_key = ? and k.kind = ? order by k.id desc""").params(key, kind.name())
                .query((row, i) -> version(row, type)).list();
    }

    private <T extends Record> Version<T> version(ResultSet row, Class<T> type) throws SQLException {
        String endedBy = row.getString("end_by");
        Version.Ending ending = endedBy == null ? null
                : new Version.Ending(row.getLong("end_id"), endedBy, Instant.ofEpochMilli(row.getLong("end_at")));
        return new Version<>(row.getLong("id"), row.getString("by_name"), Instant.ofEpochMilli(row.getLong("at_millis")),
                row.getObject("as_of", LocalDate.class), row.getInt("by_hand") == 1, json.read(row.getString("json"), type), ending);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOnlyOf(long run, Kind kind, String key) {
        int own = count("select count(*) from kept_record where from_import = ? and kind = ? and record_key = ?", run, kind.name(), key);
        int others = count("select count(*) from kept_record where (from_import = ? or to_import = ?) and not (kind = ? and record_key = ?)", run,
                run, kind.name(), key);
        return own > 0 && others == 0 && count("select count(*) from import_file where import_id = ?", run) == 0;
    }

    private int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }
}
