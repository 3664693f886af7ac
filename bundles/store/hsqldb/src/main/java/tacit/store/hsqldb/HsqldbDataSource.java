package tacit.store.hsqldb;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.hsqldb.Database;
import org.hsqldb.Session;
import org.hsqldb.jdbc.JDBCConnection;
import org.hsqldb.jdbc.JDBCDataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Opens the database in its directory, keeps it open, and closes it cleanly. Thread-safe. */
@Component(
        service = DataSource.class,
        property = "tacit.engine=hsqldb",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HsqldbDataSource.Config.class)
public final class HsqldbDataSource implements DataSource, AutoCloseable {

    private final JDBCDataSource engine = new JDBCDataSource();
    private final CommitLog log = new CommitLog();
    private final DirectoryLock lock;
    private final Estimates estimates;

    /** Where the database is and how much memory it may take. */
    @ObjectClassDefinition(name = "HSQLDB in process", description = "The database of a host without PostgreSQL")
    public @interface Config {

        @AttributeDefinition(description = "The directory of the database files; made when it is absent")
        String directory();

        @AttributeDefinition(description = "Rows held in memory at most, in [100, 1000000]")
        int cache_rows() default 30_000;

        @AttributeDefinition(description = "Kilobytes of rows held in memory at most, in [1000, 2000000]")
        int cache_kilobytes() default 32_000;

        @AttributeDefinition(
                description = "Megabytes of changes after which the files are brought up to date,"
                        + " in [1, 4000]; more makes imports faster and the start after a crash slower")
        int log_megabytes() default 64;
    }

    @Activate
    public HsqldbDataSource(Config config) {
        Path directory = checked(config);
        try {
            Files.createDirectories(directory);
            lock = DirectoryLock.take(directory);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot open the database in '" + directory + "': " + e.getMessage(), e);
        }
        engine.setUrl(url(directory));
        engine.setUser("SA");
        try {
            estimates = new Estimates(tuned(config));
        } catch (SQLException e) {
            unlock();
            throw new IllegalStateException("Cannot open the database in '" + directory + "': " + e.getMessage(), e);
        }
    }

    private static Path checked(Config config) {
        if (config.directory().isBlank() || config.directory().contains(";")) {
            throw new IllegalArgumentException(
                    "directory must be a path without semicolon, got '" + config.directory() + "'");
        }
        within("cache.rows", config.cache_rows(), 100, 1_000_000);
        within("cache.kilobytes", config.cache_kilobytes(), 1_000, 2_000_000);
        within("log.megabytes", config.log_megabytes(), 1, 4_000);
        return Path.of(config.directory()).toAbsolutePath().normalize();
    }

    private static void within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value);
        }
    }

    /** Memory-mapped files would count as resident memory of the host, so they are off. */
    private static String url(Path directory) {
        return "jdbc:hsqldb:file:" + directory.resolve("tacit")
                + ";sql.syntax_pgs=true;hsqldb.default_table_type=cached;hsqldb.tx=mvcc"
                + ";hsqldb.write_delay=false;hsqldb.nio_data_file=false;hsqldb.lock_file=false";
    }

    /** What follows holds for a database that exists already, too; the engine keeps it with the database. */
    private Database tuned(Config config) throws SQLException {
        try (Connection connection = engine.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET DATABASE COLLATION \"SQL_TEXT\" NO PAD");
            statement.execute("SET FILES WRITE DELAY FALSE");
            statement.execute("SET FILES CACHE ROWS " + config.cache_rows());
            statement.execute("SET FILES CACHE SIZE " + config.cache_kilobytes());
            statement.execute("SET FILES LOG SIZE " + config.log_megabytes());
            JDBCConnection engineConnection = connection.unwrap(JDBCConnection.class);
            Database database = ((Session) engineConnection.getSession()).getDatabase();
            database.logger.fileAccess = log;
            // The engine opens its log anew, and so through ours
            statement.execute("CHECKPOINT");
            return database;
        }
    }

    /** Writes everything into the data files, so that the next start has nothing to recover. */
    @Deactivate
    @Override
    public void close() {
        try (Connection connection = engine.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot close the database: " + e.getMessage(), e);
        } finally {
            unlock();
        }
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot release the database directory: " + e.getMessage(), e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return settling(engine.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return settling(engine.getConnection(user, password));
    }

    private Connection settling(Connection connection) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().equals("commit")) {
                log.commit(connection);
                return null;
            }
            if (method.getName().equals("equals")) {
                return self == arguments[0];
            }
            if (method.getName().equals("prepareStatement")) {
                estimates.refresh();
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return engine.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        engine.setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return engine.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        engine.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("hsqldb.db");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return engine.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return engine.isWrapperFor(type);
    }
}
