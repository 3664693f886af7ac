package tacit.bench.clusters;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import tacit.api.store.Database;
import tacit.store.hsqldb.HsqldbDataSource;
import tacit.store.sql.SqlDatabase;

/** The embedded database as the host runs it, in a folder that is deleted at the end. */
final class TemporaryDatabase implements AutoCloseable {

    private final Path folder;
    private final HsqldbDataSource source;
    private final SqlDatabase database;

    TemporaryDatabase() throws IOException {
        folder = Files.createTempDirectory("tacit-bench");
        source =
                new HsqldbDataSource(configured(HsqldbDataSource.Config.class, Map.of("directory", folder.toString())));
        database = new SqlDatabase(source, Clock.systemUTC(), configured(SqlDatabase.Config.class, Map.of()));
    }

    Database database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        database.close();
        source.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static <C> C configured(Class<C> type, Map<String, String> values) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, none) -> {
            Object value = values.get(method.getName());
            return value == null ? method.getDefaultValue() : value;
        }));
    }
}
