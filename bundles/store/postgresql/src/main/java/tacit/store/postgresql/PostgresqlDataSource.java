package tacit.store.postgresql;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to the PostgreSQL server of the configuration. Thread-safe. */
@Component(
        service = DataSource.class,
        property = "tacit.engine=postgresql",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PostgresqlDataSource.Config.class)
public final class PostgresqlDataSource implements DataSource {

    private static final String SCHEME = "jdbc:postgresql:";

    private final PGSimpleDataSource driver = new PGSimpleDataSource();

    /** Which server, and as whom. */
    @ObjectClassDefinition(name = "PostgreSQL", description = "The database of hosts that share one")
    public @interface Config {

        @AttributeDefinition(description = "jdbc:postgresql://HOST:PORT/DATABASE, with the driver's parameters")
        String url();

        @AttributeDefinition(description = "The role that owns Tacit's tables")
        String user() default "tacit";

        @AttributeDefinition(type = AttributeType.PASSWORD, description = "In clear text; or use one of the next two")
        String password() default "";

        @AttributeDefinition(description = "A file that holds the password")
        String password_file() default "";

        @AttributeDefinition(description = "The environment variable that holds the password")
        String password_environment() default "";

        @AttributeDefinition(description = "Seconds to wait for the server at most, in [1, 600]")
        int connect_timeout_seconds() default 10;
    }

    @Activate
    public PostgresqlDataSource(Config config) {
        if (!config.url().startsWith(SCHEME)) {
            throw new IllegalArgumentException("url must start with " + SCHEME + ", got another scheme");
        }
        if (config.connect_timeout_seconds() < 1 || config.connect_timeout_seconds() > 600) {
            throw new IllegalArgumentException(
                    "connect.timeout.seconds must be in [1, 600], got " + config.connect_timeout_seconds());
        }
        driver.setUrl(config.url());
        driver.setUser(config.user());
        driver.setPassword(new Password(System.getenv()).find(config));
        driver.setConnectTimeout(config.connect_timeout_seconds());
        driver.setApplicationName("tacit");
        // Otherwise the driver's messages quote the values of a refused row
        driver.setLogServerErrorDetail(false);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return driver.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return driver.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        driver.setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver.isWrapperFor(type);
    }
}
