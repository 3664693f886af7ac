package tacit.runtime.testkit;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import tacit.store.hsqldb.HsqldbDataSource;
import tacit.store.postgresql.PostgresqlDataSource;
import tacit.store.sql.SqlDatabase;

/** Makes component configurations outside a framework: what is not given has its default. */
public final class Configurations {

    private Configurations() {}

    /** The configuration of a component with these values, by the names of its methods. */
    public static <C> C of(Class<C> type, Map<String, ?> values) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object value = values.get(method.getName());
                    if (value == null && method.getDefaultValue() == null) {
                        throw new IllegalArgumentException(method.getName() + " must be given, it has no default");
                    }
                    return value == null ? method.getDefaultValue() : value;
                });
        return type.cast(proxy);
    }

    static HsqldbDataSource.Config hsqldb(Path directory) {
        return of(HsqldbDataSource.Config.class, Map.of("directory", directory.toString()));
    }

    static PostgresqlDataSource.Config postgresql(String url) {
        return of(PostgresqlDataSource.Config.class, Map.of("url", url, "user", "postgres"));
    }

    static SqlDatabase.Config sql() {
        return of(SqlDatabase.Config.class, Map.of());
    }
}
