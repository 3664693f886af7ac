package tacit.runtime.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;
import tacit.api.store.Database;

/** Hands one engine's database to a test, one per test. */
final class DatabaseParameter implements ParameterResolver {

    private final Engine engine;

    DatabaseParameter(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestDatabase database = context.getStore(ExtensionContext.Namespace.create(DatabaseParameter.class, engine))
                .computeIfAbsent(context.getUniqueId(), id -> open(), TestDatabase.class);
        return parameter.getParameter().getType() == Database.class ? database.database() : database;
    }

    private TestDatabase open() {
        try {
            return engine.open();
        } catch (MissingEngineException e) {
            if ("1".equals(System.getenv("TACIT_CI"))) {
                throw e;
            }
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }
}
