package jp.mimamori.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup says of itself.
 *
 * @param format  of the file; 1
 * @param shape   version of the database's tables
 * @param at      when it was made
 * @param entries length of the audit trail
 * @param seal    the trail's last seal
 * @param tables  in an order in which each comes after those it refers to
 */
public record Manifest(int format, String shape, Instant at, long entries, String seal, List<Table> tables) {

    public Manifest {
        tables = List.copyOf(tables);
    }

    /** One table of the backup; the hash is that of its uncompressed lines. */
    public record Table(String name, List<String> columns, long rows, String sha256) {

        public Table {
            columns = List.copyOf(columns);
        }
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
