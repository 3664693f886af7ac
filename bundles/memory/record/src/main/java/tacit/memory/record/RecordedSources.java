package tacit.memory.record;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.memory.Evidence;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/**
 * Looks evidence up in the stores of this host. Thread-safe.
 *
 * <p>A statement must be the number of an entry of the audit log. An import must be the id of a memory of the workspace, or the
 * value of an attribute {@code import.id} of a memory of kind {@code import}; or the number of an entry, where the import was an
 * operator's act. What cannot be checked: whether the words stand where the evidence says, whether a file still says what it
 * said, and whose trace it is: a memory of a user may name a trace of another one.
 */
final class RecordedSources implements Sources {

    private final Database database;
    private final TraceStore traces;
    private final AuditLog audit;
    private final Supplier<@Nullable WorkspaceFiles> files;

    RecordedSources(Database database, TraceStore traces, AuditLog audit, Supplier<@Nullable WorkspaceFiles> files) {
        this.database = database;
        this.traces = traces;
        this.audit = audit;
        this.files = files;
    }

    @Override
    public Optional<String> missing(String workspaceId, Evidence evidence) {
        boolean found =
                switch (evidence.kind()) {
                    case TRACE -> trace(workspaceId, evidence.id());
                    case SPAN -> span(workspaceId, evidence.id());
                    case FILE -> file(workspaceId, evidence.id());
                    case MEMORY -> memory(workspaceId, evidence.id());
                    case STATEMENT -> statement(evidence.id());
                    case IMPORT -> imported(workspaceId, evidence.id());
                };
        return found ? Optional.empty() : Optional.of(evidence.kind() + " '" + evidence.id() + "' is not known");
    }

    private boolean trace(String workspaceId, String id) {
        return traces.find(Scope.ofWorkspace(workspaceId), id).isPresent();
    }

    /** Span ids hold no slash in any of the formats, trace ids may. */
    private boolean span(String workspaceId, String id) {
        int slash = id.lastIndexOf('/');
        return slash > 0
                && traces.find(Scope.ofWorkspace(workspaceId), id.substring(0, slash)).stream()
                        .flatMap(trace -> trace.spans().stream())
                        .anyMatch(span -> span.id().equals(id.substring(slash + 1)));
    }

    private boolean file(String workspaceId, String path) {
        WorkspaceFiles known = files.get();
        return known != null && known.read(workspaceId, path, 1).isPresent();
    }

    private boolean memory(String workspaceId, String id) {
        return database.read(session -> new MemoryTables(session).visible(Scope.ofWorkspace(workspaceId), id))
                .isPresent();
    }

    private boolean imported(String workspaceId, String id) {
        return memory(workspaceId, id)
                || database.read(session -> new Imports(session).holds(workspaceId, id))
                || statement(id);
    }

    /** The log numbers its entries without gaps, the newest comes first. */
    private boolean statement(String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            return false;
        }
        long number = Long.parseLong(id);
        Page<AuditEntry> newest = audit.list(PageRequest.first(1));
        return newest.rows().stream().anyMatch(entry -> number <= entry.sequence());
    }
}
