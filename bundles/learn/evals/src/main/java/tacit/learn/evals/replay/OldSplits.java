package tacit.learn.evals.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Situation;
import tacit.api.store.Database;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.trace.TraceStore;

/**
 * Ends the newer halves that were made when they had no end: with what there is now. What is on a side stays there, and what
 * belongs with a case that is there goes with it. Thread-safe.
 */
final class OldSplits {

    /** Who answers for cases of questions that were not recorded: their tasks keep them together. */
    private static final String REBUILT = "rule:cases";

    private final Database database;
    private final DecisionLog log;
    private final TraceStore traces;

    OldSplits(Database database, DecisionLog log, TraceStore traces) {
        this.database = database;
        this.log = log;
        this.traces = traces;
    }

    private record Old(String workspace, String role, Instant recordedAt) {

        static Old of(Row row) {
            return new Old(row.text("workspace_id"), row.text("role_name"), Instant.parse(row.text("recorded_at")));
        }
    }

    void end() {
        List<Old> all = database.read(session -> session.select(
                "SELECT workspace_id, role_name, recorded_at FROM replay_splits WHERE held_until IS NULL", Old::of));
        for (Old old : all) {
            Instant until = Stream.of(
                            Optional.of(old.recordedAt()),
                            Split.newest(log, old.role()),
                            Split.newest(traces, Scope.ofWorkspace(old.workspace())))
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo)
                    .orElseThrow();
            database.write(session -> {
                group(session, old);
                return session.update(
                        "UPDATE replay_splits SET held_until = ?"
                                + " WHERE workspace_id = ? AND role_name = ? AND held_until IS NULL",
                        until.toString(),
                        old.workspace(),
                        old.role());
            });
        }
    }

    private record Known(DecisionGroup group, boolean older) {

        static Known of(Row row) {
            Situation asked = new Situation(
                    row.text("role_name"),
                    row.text("method"),
                    row.text("inputs"),
                    Instant.parse(row.text("clock")),
                    0,
                    Json.calls(row.text("inner_calls")));
            return new Known(DecisionGroup.of(asked), row.truth("older"));
        }
    }

    /** Oldest first, as the first case decides. */
    private static void group(Session session, Old old) {
        DecisionSides sides = new DecisionSides(session, old.workspace(), old.role());
        session.select(
                        "SELECT c.role_name, c.older, q.method, q.inputs, q.clock, q.inner_calls FROM replay_cases c"
                                + " JOIN replay_questions q ON q.workspace_id = c.workspace_id AND q.case_id = c.id"
                                + " WHERE c.workspace_id = ? AND c.role_name = ? AND c.owner <> ? ORDER BY c.sequence",
                        Known::of,
                        old.workspace(),
                        old.role(),
                        REBUILT)
                .forEach(known -> sides.keep(known.group(), known.older()));
    }
}
