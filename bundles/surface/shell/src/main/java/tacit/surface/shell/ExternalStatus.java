package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.memory.ExternalMemories;

/**
 * Shows an operator how the memories outside do, and tries them; no secret is known here.
 *
 * @param memories null where there are none
 * @param audit says first what is tried
 */
record ExternalStatus(@Nullable ExternalMemories memories, AuditLog audit) {

    /** All of them, or what came of trying the one that is named. */
    Rows rows(String... ids) {
        if (ids.length > 1) {
            throw new IllegalArgumentException("memory external takes one id, to try it: tacit:memory external ID");
        }
        if (ids.length == 1) {
            return new Rows(List.of(tried(ids[0])), 0, 1);
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (memories != null) {
            memories.status().forEach(status -> rows.add(row(status)));
        }
        if (rows.isEmpty()) {
            rows.add(Rows.row("id", "none", "enabled", false));
        }
        return new Rows(rows, 0, rows.size());
    }

    private Map<String, @Nullable Object> tried(String id) {
        if (memories == null) {
            throw new IllegalStateException("Cannot do it: no memory outside is configured");
        }
        if (memories.status().stream().noneMatch(status -> status.id().equals(id))) {
            throw new IllegalArgumentException("Cannot find memory outside '" + id + "'");
        }
        audit.write(Words.OPERATOR, "external.check", id, Map.of());
        return Rows.row("id", id, "result", memories.check(id));
    }

    private static Map<String, @Nullable Object> row(ExternalMemories.Status status) {
        Map<String, @Nullable Object> row = Rows.row(
                "id", status.id(),
                "enabled", status.state().enabled(),
                "configured", status.state().configured(),
                "breaker",
                        status.state().pausedUntil() == null
                                ? "closed"
                                : "open until " + status.state().pausedUntil(),
                "waiting copies", status.waiting(),
                "copies", status.copied(),
                "held by the gate", status.held(),
                "waiting deletions", status.forgetting());
        row.put("settings", status.state().settings().toString());
        return row;
    }
}
