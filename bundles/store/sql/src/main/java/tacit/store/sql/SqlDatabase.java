package tacit.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.api.store.Work;
import tacit.api.thread.QuietThread;

/** Reads on pooled connections and writes through one {@link GroupWriter}. */
@Component(service = Database.class)
@Designate(ocd = SqlDatabase.Config.class)
public final class SqlDatabase implements Database, AutoCloseable {

    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(30);

    private final HikariDataSource reads;
    private final HikariDataSource quietReads;
    private final HikariDataSource writes;
    private final Dialect dialect;
    private final GroupWriter writer;
    private final Migrations migrations;
    private final String description;

    /** How many may read at once. */
    @ObjectClassDefinition(name = "Database", description = "Connections to the database")
    public @interface Config {

        @AttributeDefinition(description = "Queries that run at the same time at most, in [1, 64]")
        int read_connections() default 8;

        @AttributeDefinition(
                description = "Queries of work behind the scenes that run beside these at most, in [1, 64]")
        int quiet_connections() default 8;
    }

    @Activate
    public SqlDatabase(@Reference DataSource source, @Reference Clock clock, Config config) {
        checkSize("read.connections", config.read_connections());
        checkSize("quiet.connections", config.quiet_connections());
        writes = pool("tacit-writes", source, 1, false);
        try (Connection connection = writes.getConnection()) {
            dialect = Dialect.of(connection.getMetaData());
            description = describe(connection.getMetaData());
        } catch (SQLException e) {
            writes.close();
            throw new StoreException("Cannot open the database: " + e.getMessage(), e);
        }
        reads = pool("tacit-reads", source, config.read_connections(), true);
        quietReads = pool("tacit-quiet-reads", source, config.quiet_connections(), true);
        migrations = new Migrations(clock, dialect);
        writer = new GroupWriter(writes, dialect);
        writer.writeAlone(session -> {
            migrations.prepare(session);
            return true;
        });
    }

    private static void checkSize(String setting, int size) {
        if (size < 1 || size > 64) {
            throw new IllegalArgumentException(setting + " must be in [1, 64], got " + size);
        }
    }

    private static HikariDataSource pool(String name, DataSource source, int size, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setReadOnly(readOnly);
        // A read sees one state of the database however many queries it asks
        config.setTransactionIsolation(readOnly ? "TRANSACTION_REPEATABLE_READ" : "TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        return new HikariDataSource(config);
    }

    private static String describe(DatabaseMetaData product) throws SQLException {
        String url = product.getURL().replaceFirst("[;?].*", "").replaceFirst("//[^/@]*@", "//");
        return product.getDatabaseProductName() + " " + product.getDatabaseProductVersion() + " at " + url;
    }

    @Override
    public <T> T read(Work<T> work) {
        Unit open = writer.unit();
        if (open != null) {
            return open.read(work);
        }
        writer.refuseOnOwnThread();
        // a quiet thread that has to wait for a processor keeps its connection, which no request should wait for
        try (Connection connection = (QuietThread.isCurrent() ? quietReads : reads).getConnection()) {
            try {
                return work.run(new JdbcSession(connection, dialect));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StoreException("Cannot read: " + e.getMessage(), e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return writer.write(work);
    }

    @Override
    public <T> T together(Supplier<T> calls) {
        return writer.together(calls);
    }

    @Override
    public void migrate(String owner, Class<?> anchor) {
        List<Migration> scripts = Migration.find(owner, anchor);
        if (scripts.isEmpty()) {
            throw new IllegalArgumentException("anchor must have scripts beside it, got none for '" + owner + "'");
        }
        apply(scripts);
    }

    @Override
    public void migrate(String owner, List<String> scripts) {
        List<Migration> parsed = new ArrayList<>();
        scripts.forEach(text -> parsed.add(Migration.parse(owner, parsed.size() + 1, text)));
        apply(parsed);
    }

    private void apply(List<Migration> scripts) {
        for (Migration script : scripts) {
            if (read(session -> migrations.isPending(session, script))) {
                writer.writeAlone(session -> {
                    migrations.apply(session, script);
                    return true;
                });
            }
        }
    }

    /** On the writer's thread, so that changes wait for it as they wait for each other. */
    @Override
    public void compact() {
        writer.writeAlone(session -> {
            try {
                dialect.compact(((JdbcSession) session).connection());
                return true;
            } catch (SQLException e) {
                throw new StoreException("Cannot compact the database: " + e.getMessage(), e);
            }
        });
    }

    @Override
    public String description() {
        return description;
    }

    /** Finishes the writes that are under way, then closes all connections. */
    @Deactivate
    @Override
    public void close() {
        writer.close();
        quietReads.close();
        reads.close();
        writes.close();
    }
}
