package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.memory.Forgetting;
import tacit.api.memory.ForgettingReport;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;

/** Forgets a memory or a user on an operator's word; of a user only what would go is told before they say yes. */
final class MemoryForgetting {

    private final MemoryStore memories;
    private final Forgetting forgetting;
    private final AuditLog audit;

    MemoryForgetting(MemoryStore memories, Forgetting forgetting, AuditLog audit) {
        this.memories = memories;
        this.forgetting = forgetting;
        this.audit = audit;
    }

    /** The log names the memory, never its words, and is written before anything is gone. */
    Map<String, @Nullable Object> memory(Scope scope, String id, boolean withEvidence) {
        audit.write(
                Words.OPERATOR,
                "memory.forget",
                id,
                Map.of("workspace", scope.workspaceId(), "with.evidence", String.valueOf(withEvidence)));
        int count = memories.delete(scope, List.of(id), withEvidence);
        return Rows.row(
                "forgotten",
                count,
                "evidence",
                withEvidence ? "its words are gone from there too" : "stays",
                "files",
                "hold old bytes until tacit:memory purge");
    }

    Map<String, @Nullable Object> user(Scope scope, boolean yes) {
        return row(yes ? forgetting.forget(scope, Words.OPERATOR) : forgetting.preview(scope));
    }

    Map<String, @Nullable Object> purge() {
        return row(forgetting.purge(Words.OPERATOR));
    }

    private static Map<String, @Nullable Object> row(ForgettingReport report) {
        Map<String, @Nullable Object> row = Rows.row("done", report.done() ? "yes" : "no, --yes does it");
        row.putAll(report.places());
        for (int i = 0; i < report.remarks().size(); i++) {
            row.put("remark " + (i + 1), report.remarks().get(i));
        }
        return row;
    }
}
