package jp.mimamori.backup.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.mimamori.backup.Manifest;
import jp.mimamori.backup.json.BackupJson;
import org.jspecify.annotations.Nullable;

/** The rows of one table as values that both databases understand. */
final class TableRows {

    private static final int BATCH = 500;

    private TableRows() {
    }

    static long copyOut(Connection connection, String table, List<String> columns, OutputStream out) throws SQLException {
        String order = Tables.key(connection, table).stream().map(Tables::quoted).collect(Collectors.joining(", "));
        String sql = "select " + names(columns) + " from " + Tables.quoted(table) + (order.isEmpty() ? "" : " order by " + order);
        long rows = 0;
        try (var statement = connection.prepareStatement(sql); var json = BackupJson.rows(out)) {
            statement.setFetchSize(BATCH);
            try (ResultSet row = statement.executeQuery()) {
                ResultSetMetaData types = row.getMetaData();
                @Nullable Object[] values = new Object[columns.size()];
                while (row.next()) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = value(row, i + 1, types);
                    }
                    json.row(values);
                    rows++;
                }
            }
        }
        return rows;
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
    }

    private static @Nullable Object value(ResultSet row, int column, ResultSetMetaData types) throws SQLException {
        Object value = switch (types.getColumnType(column)) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> row.getLong(column);
            case Types.BOOLEAN, Types.BIT -> row.getBoolean(column);
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> row.getDouble(column);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> row.getBytes(column);
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> zoned(types, column)
                    ? row.getObject(column, OffsetDateTime.class) : row.getObject(column, LocalDateTime.class);
            default -> row.getString(column);
        };
        return row.wasNull() ? null : value;
    }

    /** PostgreSQL calls both kinds of timestamps by the same number. */
    private static boolean zoned(ResultSetMetaData types, int column) throws SQLException {
        String name = types.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        return name.equals("timestamptz") || name.contains("with time zone");
    }

    static void copyIn(Connection connection, Manifest.Table table, InputStream in) throws SQLException, IOException {
        String marks = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        ResultSetMetaData[] types = new ResultSetMetaData[1];
        try (var look = connection.prepareStatement("select " + names(table.columns()) + " from " + Tables.quoted(table.name()) + " where 1 = 0");
                ResultSet none = look.executeQuery();
                var insert = connection.prepareStatement("insert into " + Tables.quoted(table.name()) + " (" + names(table.columns()) + ") values ("
                        + marks + ")")) {
            types[0] = none.getMetaData();
            int[] waiting = {0};
            BackupJson.read(in, table.columns().size(), values -> {
                try {
                    for (int i = 0; i < values.length; i++) {
                        set(insert, i + 1, values[i], types[0]);
                    }
                    insert.addBatch();
                    if (++waiting[0] % BATCH == 0) {
                        insert.executeBatch();
                    }
                } catch (SQLException e) {
                    throw new IOException(table.name(), e);
                }
            });
            insert.executeBatch();
        }
        for (String column : Tables.identities(connection, table.name())) {
            goOn(connection, table.name(), column);
        }
    }

    private static void set(PreparedStatement insert, int column, @Nullable Object value, ResultSetMetaData types) throws SQLException {
        int type = types.getColumnType(column);
        if (value == null) {
            insert.setNull(column, type);
        } else if (type == Types.DATE) {
            insert.setObject(column, LocalDate.parse(value.toString()));
        } else if (type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) {
            insert.setObject(column, zoned(types, column) ? OffsetDateTime.parse(value.toString()) : LocalDateTime.parse(value.toString()));
        } else if (value instanceof Long number && (type == Types.DOUBLE || type == Types.REAL || type == Types.FLOAT)) {
            insert.setDouble(column, number);
        } else if (value instanceof byte[] bytes) {
            insert.setBytes(column, bytes);
        } else {
            insert.setObject(column, value);
        }
    }

    /** The next number given out comes after those that came with the rows. */
    private static void goOn(Connection connection, String table, String column) throws SQLException {
        try (var statement = connection.createStatement()) {
            long next;
            try (ResultSet row = statement.executeQuery("select coalesce(max(" + Tables.quoted(column) + "), 0) + 1 from " + Tables.quoted(table))) {
                row.next();
                next = row.getLong(1);
            }
            statement.executeUpdate("alter table " + Tables.quoted(table) + " alter column " + Tables.quoted(column) + " restart with " + next);
        }
    }
}
