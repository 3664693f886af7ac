package tacit.examples.records;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hsqldb.jdbc.JDBCDataSource;

/** The records of a small clinic in a real HSQLDB, in memory. Confined to one thread. */
final class ClinicDatabase implements AutoCloseable {

    private final Connection connection;

    ClinicDatabase() throws SQLException, IOException {
        JDBCDataSource source = new JDBCDataSource();
        source.setUrl("jdbc:hsqldb:mem:clinic-" + UUID.randomUUID());
        source.setUser("SA");
        connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String line : Resources.text("schema.sql").split(";\n", -1)) {
                if (!line.isBlank()) {
                    statement.execute(line);
                }
            }
        }
    }

    /** Runs one query and answers its rows as text: columns divided by {@code |}, rows by line ends. */
    String query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(line(rows));
            }
            return String.join("\n", lines);
        }
    }

    private static String line(ResultSet rows) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            cells.add(String.valueOf(rows.getString(column)));
        }
        return String.join("|", cells);
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        connection.close();
    }
}
