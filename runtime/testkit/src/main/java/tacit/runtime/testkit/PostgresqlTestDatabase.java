package tacit.runtime.testkit;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import tacit.api.store.Database;
import tacit.store.postgresql.PostgresqlDataSource;
import tacit.store.sql.SqlDatabase;

/** A schema of its own on the PostgreSQL server of this test run. */
final class PostgresqlTestDatabase implements TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final PostgresqlServer server;
    private final String schema = "t" + COUNT.incrementAndGet();
    private final PostgresqlDataSource source;
    private SqlDatabase database;

    private PostgresqlTestDatabase(PostgresqlServer server) {
        this.server = server;
        server.execute("CREATE SCHEMA " + schema);
        source = new PostgresqlDataSource(Configurations.postgresql(server.url(schema)));
        database = new SqlDatabase(source, Clock.systemUTC(), Configurations.sql());
    }

    static PostgresqlTestDatabase create() {
        return new PostgresqlTestDatabase(PostgresqlServer.shared());
    }

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public Database reopen() {
        database.close();
        database = new SqlDatabase(source, Clock.systemUTC(), Configurations.sql());
        return database;
    }

    @Override
    public void close() {
        database.close();
        server.execute("DROP SCHEMA " + schema + " CASCADE");
    }
}
