package tacit.learn.evals.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.store.Session;

/** On which side the cases of one workspace are. Confined to one transaction. */
final class Sides {

    private final Session session;
    private final String workspace;

    Sides(Session session, String workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    /** The side of the cases that ask the same; empty where none does. */
    Optional<Boolean> ofQuestion(String question) {
        return side("question = ?", List.of(workspace, question));
    }

    /** The side of the cases of one decision: of what was asked at one time; empty where there is none. */
    Optional<Boolean> ofDecision(String question, Instant clock) {
        return session
                .select(
                        "SELECT c.older FROM replay_cases c JOIN replay_questions q ON q.workspace_id = c.workspace_id"
                                + " AND q.case_id = c.id WHERE c.workspace_id = ? AND c.question = ? AND q.clock = ?"
                                + " ORDER BY c.sequence LIMIT 1",
                        row -> row.truth("older"),
                        workspace,
                        question,
                        clock.toString())
                .stream()
                .findFirst();
    }

    /** The side of the cases of this role that come from the same thing; empty where none does. */
    Optional<Boolean> ofSource(String role, Origin origin, String source) {
        return side("role_name = ? AND origin = ? AND source = ?", List.of(workspace, role, origin.name(), source));
    }

    private Optional<Boolean> side(String where, List<Object> values) {
        return session
                .select(
                        "SELECT older FROM replay_cases WHERE workspace_id = ? AND " + where
                                + " ORDER BY sequence LIMIT 1",
                        row -> row.truth("older"),
                        values.toArray())
                .stream()
                .findFirst();
    }
}
