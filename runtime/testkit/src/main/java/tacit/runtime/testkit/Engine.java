package tacit.runtime.testkit;

import java.io.IOException;

/** A database engine that Tacit runs on. */
public enum Engine {
    HSQLDB,
    POSTGRESQL;

    /**
     * Opens a fresh, empty database; the caller closes it.
     *
     * @throws MissingEngineException when this machine cannot run the engine
     */
    public TestDatabase open() {
        try {
            return this == HSQLDB ? HsqldbTestDatabase.create() : PostgresqlTestDatabase.create();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make a database: " + e.getMessage(), e);
        }
    }
}
