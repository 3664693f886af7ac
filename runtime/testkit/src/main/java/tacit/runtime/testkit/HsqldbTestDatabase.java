package tacit.runtime.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import tacit.api.store.Database;
import tacit.store.hsqldb.HsqldbDataSource;
import tacit.store.sql.SqlDatabase;

/** HSQLDB in a temporary directory, configured as the host configures it. */
final class HsqldbTestDatabase implements TestDatabase {

    private final Path directory;
    private HsqldbDataSource source;
    private SqlDatabase database;

    private HsqldbTestDatabase(Path directory) {
        this.directory = directory;
        source = new HsqldbDataSource(Configurations.hsqldb(directory));
        database = new SqlDatabase(source, Clock.systemUTC(), Configurations.sql());
    }

    static HsqldbTestDatabase create() throws IOException {
        return new HsqldbTestDatabase(Files.createTempDirectory("tacit-hsqldb"));
    }

    @Override
    public Engine engine() {
        return Engine.HSQLDB;
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
        shutDown();
        source = new HsqldbDataSource(Configurations.hsqldb(directory));
        database = new SqlDatabase(source, Clock.systemUTC(), Configurations.sql());
        return database;
    }

    private void shutDown() {
        database.close();
        source.close();
    }

    @Override
    public void close() {
        shutDown();
        Folders.delete(directory);
    }
}
