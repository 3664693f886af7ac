package tacit.pulse.executors.http;

import java.util.Objects;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;

/** What a caller may see: its workspace, and where it is one user, that user's work. */
final class Own {

    private Own() {}

    /** The workspace of a caller who sees all of it. */
    static String workspace(Call call) {
        Scope scope = call.principal().scope();
        if (scope.userId() != null) {
            throw new HttpProblem(403, "This concerns a whole workspace: it needs a token without a user");
        }
        return scope.workspaceId();
    }

    static Execution execution(Call call, Executions executions) {
        Scope scope = call.principal().scope();
        return executions
                .find(call.pathParameters().getOrDefault("id", ""))
                .filter(one -> one.brief().workspaceId().equals(scope.workspaceId()))
                .filter(one ->
                        scope.userId() == null || Objects.equals(one.brief().userId(), scope.userId()))
                .orElseThrow(() -> new HttpProblem(404, "There is no such execution"));
    }
}
