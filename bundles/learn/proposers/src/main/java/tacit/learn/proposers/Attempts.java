package tacit.learn.proposers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;

/** How often an experiment could not be run, so that it is not tried for ever. Thread-safe. */
final class Attempts {

    private final Database database;

    Attempts(Database database) {
        this.database = database;
    }

    /** What is known of an experiment that could not be run. */
    record Attempt(long count, String problem) {}

    Optional<Attempt> of(String experimentId) {
        return database.read(session -> session.selectOne(
                "SELECT attempts, problem FROM experiment_attempts WHERE experiment_id = ?",
                row -> new Attempt(row.number("attempts"), row.text("problem")),
                experimentId));
    }

    void failed(String experimentId, String problem, Instant at) {
        database.write(session -> {
            List<String> columns = List.of("experiment_id", "attempts", "problem", "tried_at");
            boolean first = session.insertAbsent(
                            "experiment_attempts",
                            columns,
                            List.<@Nullable Object[]>of(new @Nullable Object[] {experimentId, 1L, problem, at}))[0];
            if (!first) {
                session.update(
                        "UPDATE experiment_attempts SET attempts = attempts + 1, problem = ?, tried_at = ?"
                                + " WHERE experiment_id = ?",
                        problem,
                        at,
                        experimentId);
            }
            return first;
        });
    }
}
