package tacit.store.sql;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.store.Session;
import tacit.api.store.StoreException;

/**
 * Runs the scripts that have not run yet. Confined to the writer's thread.
 *
 * <p>HSQLDB commits each schema change by itself, so a script is noted as begun before it runs; one that was interrupted
 * is run again with every statement made to pass over what is there already.
 */
final class Migrations {

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS tacit_migrations (owner TEXT NOT NULL,"
            + " version INTEGER NOT NULL, checksum TEXT NOT NULL, begun_at BIGINT NOT NULL, applied_at BIGINT,"
            + " PRIMARY KEY (owner, version))";

    private static final Pattern CREATE =
            Pattern.compile("^(CREATE\\s+(?:TABLE|UNIQUE\\s+INDEX|INDEX))\\s+(?!IF\\s)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADD_COLUMN =
            Pattern.compile("(\\sADD\\s+COLUMN)\\s+(?!IF\\s)", Pattern.CASE_INSENSITIVE);

    private final Clock clock;
    private final Dialect dialect;

    Migrations(Clock clock, Dialect dialect) {
        this.clock = clock;
        this.dialect = dialect;
    }

    /** Makes the table of applied scripts. */
    void prepare(Session session) {
        dialect.lockMigrations(session);
        session.update(TABLE);
    }

    /** Whether this script still has to run; refuses one that changed after it ran. */
    boolean isPending(Session session, Migration migration) {
        Optional<Applied> applied = find(session, migration);
        if (applied.isEmpty() || !applied.get().complete()) {
            return true;
        }
        if (!applied.get().checksum().equals(migration.checksum())) {
            throw new StoreException("Cannot migrate '" + migration.owner() + "': script db/V" + migration.version()
                    + ".sql was changed after it was applied");
        }
        return false;
    }

    /** Runs one script and notes it, unless another host did so meanwhile. */
    void apply(Session session, Migration migration) {
        dialect.lockMigrations(session);
        if (!isPending(session, migration)) {
            return;
        }
        boolean resumed = find(session, migration).isPresent();
        if (!resumed) {
            session.update(
                    "INSERT INTO tacit_migrations (owner, version, checksum, begun_at) VALUES (?, ?, ?, ?)",
                    migration.owner(),
                    migration.version(),
                    migration.checksum(),
                    clock.instant());
        }
        for (String statement : migration.statements()) {
            session.update(resumed ? passingOver(statement) : statement);
        }
        session.update(
                "UPDATE tacit_migrations SET checksum = ?, applied_at = ? WHERE owner = ? AND version = ?",
                migration.checksum(),
                clock.instant(),
                migration.owner(),
                migration.version());
    }

    static String passingOver(String statement) {
        String create = CREATE.matcher(statement).replaceFirst("$1 IF NOT EXISTS ");
        return ADD_COLUMN.matcher(create).replaceFirst("$1 IF NOT EXISTS ");
    }

    private static Optional<Applied> find(Session session, Migration migration) {
        return session.selectOne(
                "SELECT checksum, applied_at FROM tacit_migrations WHERE owner = ? AND version = ?",
                row -> new Applied(
                        row.text("checksum"), row.optionalTime("applied_at").isPresent()),
                migration.owner(),
                migration.version());
    }

    /** What the table says of one script. */
    private record Applied(String checksum, boolean complete) {}
}
