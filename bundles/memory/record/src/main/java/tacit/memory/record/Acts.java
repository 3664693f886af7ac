package tacit.memory.record;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import tacit.api.access.AuditLog;
import tacit.api.store.Scope;

/** Says before it happens that memories are deleted: by ids and numbers, never by words. Thread-safe. */
@FunctionalInterface
interface Acts {

    /** Who deletes where nobody said who asked for it. */
    String ITSELF = "memory";

    int MOST_IDS = 20;

    void deleting(Scope scope, Collection<String> ids, boolean withEvidence);

    static Acts in(AuditLog audit) {
        return (scope, ids, withEvidence) -> audit.write(
                ITSELF,
                "memory.delete",
                scope.workspaceId(),
                Map.of(
                        "user", scope.user().orElse(""),
                        "memories", String.valueOf(ids.size()),
                        "with.evidence", String.valueOf(withEvidence),
                        "ids", ids.stream().limit(MOST_IDS).collect(Collectors.joining(" "))));
    }
}
