package tacit.examples.records.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hsqldb.jdbc.JDBCDataSource;

/** Tables of codes, names and one more column, in a real HSQLDB in memory. Confined to one thread. */
final class Register implements AutoCloseable {

    private final Connection connection;

    Register(List<Entry> entries) throws SQLException {
        JDBCDataSource source = new JDBCDataSource();
        source.setUrl("jdbc:hsqldb:mem:register-" + UUID.randomUUID());
        source.setUser("SA");
        connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (Kind kind : Kind.ALL) {
                statement.execute("CREATE TABLE \"" + kind.name()
                        + "\" (CODE VARCHAR(20) PRIMARY KEY, NAME VARCHAR(100), DETAIL VARCHAR(100))");
            }
        }
        for (Entry entry : entries) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO \"" + entry.kind().name() + "\" VALUES (?, ?, 'none')")) {
                insert.setString(1, entry.code());
                insert.setString(2, entry.name());
                insert.execute();
            }
        }
        connection.setAutoCommit(false);
    }

    /** A record as it is at first. */
    record Entry(Kind kind, String code, String name) {}

    /** The codes of all records of this name. */
    List<String> find(String table, String name) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT CODE FROM \"" + known(table) + "\" WHERE NAME = ? ORDER BY CODE")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    codes.add(rows.getString(1));
                }
            }
        }
        return codes;
    }

    /** Whether there was such a record to be changed. */
    boolean update(String table, String code, String value) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE \"" + known(table) + "\" SET DETAIL = ? WHERE CODE = ?")) {
            update.setString(1, value);
            update.setString(2, code);
            return update.executeUpdate() == 1;
        }
    }

    /** The changed records of all tables: table and code to the value. */
    Map<String, String> changes() throws SQLException {
        Map<String, String> changes = new TreeMap<>();
        for (Kind kind : Kind.ALL) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT CODE, DETAIL FROM \"" + kind.name() + "\" WHERE DETAIL <> 'none'")) {
                while (rows.next()) {
                    changes.put(kind.name() + " " + rows.getString(1), rows.getString(2));
                }
            }
        }
        return changes;
    }

    /** Forgets every change. */
    void reset() throws SQLException {
        connection.rollback();
    }

    private static String known(String table) {
        return Kind.ALL.stream()
                .map(Kind::name)
                .filter(table::equals)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("table must be known, got '" + table + "'"));
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        connection.close();
    }
}
