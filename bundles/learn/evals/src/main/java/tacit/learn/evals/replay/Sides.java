package tacit.learn.evals.replay;

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
