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

    /** Whether the rows of the family's members say all that is asked, but for the failures of one page. */
    private final boolean ofMembers;

    MemberQuery(Scope scope, FailureFilter filter) {
        boolean family = filter.clusterId() != null && filter.traceId() == null;
        ofMembers = family && filter.category() == null && filter.failureClass() == null;
        from = new StringBuilder(
                        ofMembers ? " FROM cluster_members m" : family ? Failures.OF_FAMILY : Failures.OF_FAILURES)
                .append(family ? " WHERE m.workspace_id = ?" : " WHERE f.workspace_id = ?");
        parameters.add(scope.workspaceId());
        restrict(family ? "m.user_id" : "f.user_id", scope.userId());
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
        return page(session, page, "");
    }

    Page<Member> newestFirst(Session session, PageRequest page) {
        return page(session, page, " DESC");
    }

    private Page<Member> page(Session session, PageRequest page, String direction) {
        long total = session.selectOne("SELECT COUNT(*) AS n" + from, row -> row.number("n"), parameters.toArray())
                .orElse(0L);
        List<@Nullable Object> all = new ArrayList<>(parameters);
        all.add(page.offset());
        all.add(page.limit());
        return new Page<>(session.select(rows(direction), Failures::read, all.toArray()), page.offset(), total);
    }

    private String rows(String direction) {
        String order = order("f.occurred_at", "f.id", direction);
        String some = " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";
        if (!ofMembers) {
            return Failures.SELECTED + from + order + some;
        }
        return Failures.SELECTED + " FROM (SELECT m.workspace_id, m.failure_id, m.cluster_id, m.similarity, m.joined_by"
                + from + order("m.occurred_at", "m.failure_id", direction) + some + ") m JOIN failures f"
                + Failures.JOINED + order;
    }

    private static String order(String time, String id, String direction) {
        return " ORDER BY CASE WHEN " + time + " IS NULL THEN 1 ELSE 0 END, " + time + direction + ", " + id;
    }

    private void restrict(String column, @Nullable Object value) {
        if (value != null) {
            from.append(" AND ").append(column).append(" = ?");
            parameters.add(value.toString());
        }
    }
}
