package tacit.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Scope;
import tacit.api.trace.TraceFilter;

/** The WHERE of a question about traces: the scope first, then what restricts it further. Confined to one call. */
final class TraceQuery {

    private final StringBuilder where = new StringBuilder("WHERE workspace_id = ? AND announced = TRUE");
    private final List<@Nullable Object> parameters = new ArrayList<>();

    TraceQuery(Scope scope) {
        parameters.add(scope.workspaceId());
        and("user_id = ?", scope.userId());
    }

    TraceQuery matching(TraceFilter filter) {
        and("agent = ?", filter.agent());
        and("task_key = ?", filter.taskKey());
        and("batch = ?", filter.batch());
        and(
                "outcome_label = ?",
                filter.outcome() == null ? null : filter.outcome().name());
        and("status = ?", filter.status() == null ? null : filter.status().name());
        and("started_at >= ?", filter.from());
        and("started_at < ?", filter.until());
        and("user_id = ?", filter.userId());
        and("session_id = ?", filter.sessionId());
        return this;
    }

    /** Restricts further, unless the value is null. */
    TraceQuery and(String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            parameters.add(value);
        }
        return this;
    }

    String where() {
        return where.toString();
    }

    /** The parameters of {@link #where}, then these. */
    @Nullable
    Object[] parameters(Object... more) {
        List<@Nullable Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
