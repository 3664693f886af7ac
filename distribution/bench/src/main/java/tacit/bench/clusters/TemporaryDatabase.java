package tacit.bench.clusters;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import tacit.api.store.Database;
import tacit.bench.Folders;
import tacit.store.hsqldb.HsqldbDataSource;
import tacit.store.sql.SqlDatabase;

/** The embedded database as the host runs it, in a folder that is deleted at the end. */
public final class TemporaryDatabase implements AutoCloseable {

    private final Path folder;
    private final HsqldbDataSource source;
    private final SqlDatabase database;

    public TemporaryDatabase() throws IOException {
        folder = Files.createTempDirectory("tacit-bench");
        source =
                new HsqldbDataSource(configured(HsqldbDataSource.Config.class, Map.of("directory", folder.toString())));
        database = new SqlDatabase(source, Clock.systemUTC(), configured(SqlDatabase.Config.class, Map.of()));
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        database.close();
        source.close();
        Folders.delete(folder);
    }

    private static <C> C configured(Class<C> type, Map<String, String> values) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, none) -> {
            Object value = values.get(method.getName());
            return value == null ? method.getDefaultValue() : value;
        }));
    }
}
