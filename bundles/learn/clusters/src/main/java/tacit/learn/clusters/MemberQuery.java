package tacit.learn.clusters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureFilter;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** Asks for failures that the scope may see. Confined to one thread. */
final class MemberQuery {

    private final StringBuilder from;
    private final List<@Nullable Object> parameters = new ArrayList<>();

    MemberQuery(Scope scope, FailureFilter filter) {
        boolean family = filter.clusterId() != null;
        from = new StringBuilder(family ? Failures.OF_FAMILY : Failures.OF_FAILURES)
                .append(family ? " WHERE m.workspace_id = ?" : " WHERE f.workspace_id = ?");
        parameters.add(scope.workspaceId());
        restrict("f.user_id", scope.userId());
        restrict("f.trace_id", filter.traceId());
        restrict("f.category", filter.category());
        restrict("f.failure_class", filter.failureClass());
        restrict("m.cluster_id", filter.clusterId());
    }

    /** One failure, if the scope may see it. */
    static Optional<Member> one(Session session, Scope scope, String recordId) {
        MemberQuery query = new MemberQuery(scope, FailureFilter.ALL);
        query.restrict("f.id", recordId);
        return session.selectOne(Failures.SELECTED + query.from, Failures::read, query.parameters.toArray());
    }

    Page<Member> oldestFirst(Session session, PageRequest page) {
        return page(session, page, " ORDER BY CASE WHEN f.occurred_at IS NULL THEN 1 ELSE 0 END, f.occurred_at, f.id");
    }

    Page<Member> newestFirst(Session session, PageRequest page) {
        return page(
                session, page, " ORDER BY CASE WHEN f.occurred_at IS NULL THEN 1 ELSE 0 END, f.occurred_at DESC, f.id");
    }

    private Page<Member> page(Session session, PageRequest page, String order) {
        long total = session.selectOne("SELECT COUNT(*) AS n" + from, row -> row.number("n"), parameters.toArray())
                .orElse(0L);
        List<@Nullable Object> all = new ArrayList<>(parameters);
        all.add(page.offset());
        all.add(page.limit());
        List<Member> rows = session.select(
                Failures.SELECTED + from + order + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                Failures::read,
                all.toArray());
        return new Page<>(rows, page.offset(), total);
    }

    private void restrict(String column, @Nullable Object value) {
        if (value != null) {
            from.append(" AND ").append(column).append(" = ?");
            parameters.add(value.toString());
        }
    }
}
