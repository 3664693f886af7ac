package tacit.runtime.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one PostgreSQL server of this test run: started when the first test asks, stopped with the process. */
final class PostgresqlServer {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Object LOCK = new Object();
    private static @Nullable PostgresqlServer server;
    private static @Nullable String reason;

    private final EmbeddedPostgres process;

    private PostgresqlServer(EmbeddedPostgres process) {
        this.process = process;
    }

    /** Starts it or answers the one that runs; says the same reason each time when none can. */
    static PostgresqlServer shared() {
        synchronized (LOCK) {
            if (reason != null) {
                throw new MissingEngineException(reason);
            }
            if (server == null) {
                server = start();
            }
            return server;
        }
    }

    /** Nothing of a test outlives the run, so nothing has to reach the disk. */
    private static PostgresqlServer start() {
        try {
            return new PostgresqlServer(EmbeddedPostgres.builder()
                    .setPGStartupWait(START_TIMEOUT)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start());
        } catch (IOException | RuntimeException e) {
            reason = "Cannot start PostgreSQL: " + e.getMessage();
            throw new MissingEngineException(reason);
        }
    }

    String url(String schema) {
        return process.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    void execute(String sql) {
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot run '" + sql + "': " + e.getMessage(), e);
        }
    }
}
