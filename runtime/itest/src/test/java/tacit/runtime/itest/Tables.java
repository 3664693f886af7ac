package tacit.runtime.itest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads every row of the database of a host that has stopped. */
final class Tables {

    private final Path folder;

    Tables(Path folder) {
        this.folder = folder;
    }

    /** The tables that hold one of the words in any case. */
    Set<String> with(List<String> words) throws SQLException {
        Set<String> hits = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:hsqldb:file:" + folder.resolve("tacit") + ";readonly=true", "SA", "");
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        if (words.stream().anyMatch(row(rows)::contains)) {
                            hits.add(table);
                        }
                    }
                }
            }
        }
        return hits;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static String row(ResultSet rows) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.append(rows.getString(i)).append('\n');
        }
        return row.toString().toLowerCase(Locale.ROOT);
    }
}
