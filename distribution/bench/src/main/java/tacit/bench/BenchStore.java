package tacit.bench;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import tacit.api.store.Database;
import tacit.api.trace.TraceStore;
import tacit.evidence.trace.SqlTraceStore;
import tacit.store.hsqldb.HsqldbDataSource;
import tacit.store.sql.SqlDatabase;

/** The store of a host without the host: HSQLDB as it is configured by default. */
public final class BenchStore implements AutoCloseable {

    private final HsqldbDataSource source;
    private final SqlDatabase database;
    private final TraceStore traces;

    private BenchStore(HsqldbDataSource source) {
        this.source = source;
        database = new SqlDatabase(source, Clock.systemUTC(), config(SqlDatabase.Config.class, ""));
        traces = new SqlTraceStore(database);
    }

    public static BenchStore open(Path directory) {
        return new BenchStore(new HsqldbDataSource(config(HsqldbDataSource.Config.class, directory.toString())));
    }

    public Database database() {
        return database;
    }

    TraceStore traces() {
        return traces;
    }

    /** Every setting has its default; the only one without is the directory. */
    private static <C> C config(Class<C> type, String directory) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getDefaultValue() == null ? directory : method.getDefaultValue()));
    }

    @Override
    public void close() {
        database.close();
        source.close();
    }
}
