package tacit.memory.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Reach;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** Counts the memories of each group, so that nobody reads memories to count them. Confined to one transaction. */
final class Groups {

    /** A group with its number and its size. */
    record Counted(long number, Group group, long memories) {}

    private static final List<String> COLUMNS = List.of(
            "group_digest",
            "workspace_id",
            "layer",
            "kind",
            "reach",
            "scope_id",
            "owner",
            "state",
            "visibility",
            "memories");
    private static final String SELECT = "SELECT * FROM memory_groups WHERE memories > 0 AND ";

    private final Session session;

    Groups(Session session) {
        this.session = session;
    }

    /** Counts one more; answers the number of the group. */
    long add(Group group) {
        session.insertAbsent("memory_groups", COLUMNS, Collections.singletonList(values(group)));
        session.update("UPDATE memory_groups SET memories = memories + 1 WHERE group_digest = ?", group.digest());
        return session.selectOne(
                        "SELECT group_no FROM memory_groups WHERE group_digest = ?",
                        row -> row.number("group_no"),
                        group.digest())
                .orElseThrow();
    }

    /** Counts one less. */
    void remove(Group group) {
        session.update("UPDATE memory_groups SET memories = memories - 1 WHERE group_digest = ?", group.digest());
    }

    /** The groups that a scope sees, its own and the global ones. */
    List<Counted> visible(Scope scope) {
        List<String> selects = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (String owner : scope.userId() == null ? List.<String>of() : List.of("", scope.userId())) {
            selects.add(SELECT + "workspace_id = ? AND owner = ?");
            values.addAll(List.of(scope.workspaceId(), owner));
        }
        if (selects.isEmpty()) {
            selects.add(SELECT + "workspace_id = ?");
            values.add(scope.workspaceId());
        }
        selects.add(SELECT + "reach = ? AND workspace_id <> ?");
        values.addAll(List.of(Reach.GLOBAL.name(), scope.workspaceId()));
        return session.select(
                String.join(" UNION ALL ", selects),
                row -> new Counted(row.number("group_no"), Group.of(row), row.number("memories")),
                values.toArray());
    }

    private static @Nullable Object[] values(Group group) {
        return new @Nullable Object[] {
            group.digest(),
            group.workspaceId(),
            group.layer(),
            group.kind(),
            group.scope().reach().name(),
            group.scope().id(),
            group.owner(),
            group.state().name(),
            group.visibility().name(),
            0L
        };
    }
}
