package tacit.api.trace;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Names the traces that belong to one user. */
public final class UserTraces {

    private UserTraces() {}

    /**
     * The ids of the traces of the scope's user; traces of nobody, which that user sees too, are not among them.
     *
     * @throws IllegalArgumentException when the scope names no user
     */
    public static Set<String> of(TraceStore traces, Scope scope) {
        if (scope.userId() == null) {
            throw new IllegalArgumentException("scope must name a user, got workspace '" + scope.workspaceId() + "'");
        }
        Set<String> ids = new HashSet<>();
        Page<Trace> page = traces.list(scope, TraceFilter.ALL, PageRequest.first(PageRequest.MAX_LIMIT));
        while (!page.rows().isEmpty()) {
            page.rows().stream()
                    .filter(trace -> Objects.equals(trace.userId(), scope.userId()))
                    .forEach(trace -> ids.add(trace.id()));
            long next = page.offset() + page.rows().size();
            page = traces.list(scope, TraceFilter.ALL, new PageRequest(next, PageRequest.MAX_LIMIT));
        }
        return ids;
    }
}
