package jp.mimamori.backup.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tables of the service as the database describes them. */
final class Tables {

    static final String HISTORY = "flyway_schema_history";

    private Tables() {
    }

    /** Every table of ours, each after those it refers to. */
    static List<String> inOrder(Connection connection) throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        String schema = connection.getSchema();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), schema, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!name.toLowerCase(Locale.ROOT).equals(HISTORY)) {
                    needs.put(name, new LinkedHashSet<>());
                }
            }
        }
        for (var table : needs.entrySet()) {
            try (ResultSet keys = connection.getMetaData().getImportedKeys(connection.getCatalog(), schema, table.getKey())) {
                while (keys.next()) {
                    table.getValue().add(keys.getString("PKTABLE_NAME"));
                }
            }
        }
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < needs.size()) {
            List<String> ready = needs.keySet().stream().filter(name -> !ordered.contains(name))
                    .filter(name -> java.util.Objects.requireNonNull(needs.get(name)).stream().allMatch(other -> other.equals(name) || ordered.contains(other))).sorted().toList();
            if (ready.isEmpty()) {
                throw new SQLException("tables refer to each other in a circle: " + needs);
            }
            ordered.addAll(ready);
        }
        return ordered;
    }

    static List<String> columns(Connection connection, String table) throws SQLException {
        return described(connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, null), "ORDINAL_POSITION");
    }

    static List<String> key(Connection connection, String table) throws SQLException {
        return described(connection.getMetaData().getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table), "KEY_SEQ");
    }

    private static List<String> described(ResultSet columns, String position) throws SQLException {
        Map<Integer, String> found = new java.util.TreeMap<>();
        try (columns) {
            while (columns.next()) {
                found.put(columns.getInt(position), columns.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(found.values());
    }

    /** Columns whose numbers the database gives out itself. */
    static List<String> identities(Connection connection, String table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet columns = connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
            while (columns.next()) {
                if ("YES".equals(columns.getString("IS_AUTOINCREMENT"))) {
                    found.add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        return found;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
