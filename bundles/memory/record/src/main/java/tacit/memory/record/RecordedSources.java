package tacit.memory.record;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStore;

/**
 * Looks evidence up in the stores of this host. Thread-safe.
 *
 * <p>A run of a user is evidence for that user's memories and for nobody's. A statement must be an entry of the audit log that
 * names the workspace. An import must be a memory of kind {@code import}, or the value of its attribute {@code import.id}; or an
 * entry of the log that says that an operator imported. A place in a file must lie within it. What cannot be checked: whether the
 * words stand where the evidence says, and whether a file still says what it said.
 */
final class RecordedSources implements Sources {

    private static final String IMPORT = "import";
    private static final int ATTEMPTS = 5;

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
    public Optional<String> missing(String workspaceId, String owner, Evidence evidence) {
        boolean found =
                switch (evidence.kind()) {
                    case TRACE -> run(workspaceId, owner, evidence.id()).isPresent();
                    case SPAN -> span(workspaceId, owner, evidence.id());
                    case FILE -> file(workspaceId, evidence);
                    case MEMORY -> memory(workspaceId, evidence.id()).isPresent();
                    case STATEMENT -> statement(workspaceId, evidence.id()).isPresent();
                    case IMPORT -> imported(workspaceId, evidence.id());
                };
        return found ? Optional.empty() : Optional.of(evidence.kind() + " '" + evidence.id() + "' is not known");
    }

    private Optional<RecordedTrace> run(String workspaceId, String owner, String id) {
        return traces.find(Scope.ofWorkspace(workspaceId), id).filter(run -> {
            String user = run.trace().userId();
            return owner.isEmpty() || user == null || user.equals(owner);
        });
    }

    /** Span ids hold no slash in any of the formats, trace ids may. */
    private boolean span(String workspaceId, String owner, String id) {
        int slash = id.lastIndexOf('/');
        return slash > 0
                && run(workspaceId, owner, id.substring(0, slash))
                        .flatMap(run -> run.span(id.substring(slash + 1)))
                        .isPresent();
    }

    /** Characters are bytes at least. */
    private boolean file(String workspaceId, Evidence evidence) {
        WorkspaceFiles known = files.get();
        return known != null
                && known.read(workspaceId, evidence.id(), 1)
                        .filter(file -> evidence.end() <= file.size())
                        .isPresent();
    }

    private Optional<MemoryRecord> memory(String workspaceId, String id) {
        return database.read(session -> new MemoryTables(session)
                .visible(Scope.ofWorkspace(workspaceId), id)
                .map(StoredMemory::memory));
    }

    private boolean imported(String workspaceId, String id) {
        return memory(workspaceId, id)
                        .filter(memory -> memory.kind().equals(IMPORT))
                        .isPresent()
                || database.read(session -> new Imports(session).holds(workspaceId, id))
                || statement(workspaceId, id)
                        .filter(entry -> entry.action().contains(IMPORT))
                        .isPresent();
    }

    private Optional<AuditEntry> statement(String workspaceId, String id) {
        return id.matches("[1-9][0-9]{0,17}")
                ? entry(Long.parseLong(id))
                        .filter(entry -> workspaceId.equals(entry.details().get("workspace")))
                : Optional.empty();
    }

    /** The log numbers its entries without gaps, the newest comes first; it may grow while it is read. */
    private Optional<AuditEntry> entry(long number) {
        long newest = audit.list(PageRequest.first(1)).total();
        for (int i = 0; i < ATTEMPTS && number <= newest; i++) {
            Page<AuditEntry> page = audit.list(new PageRequest(newest - number, 1));
            for (AuditEntry entry : page.rows()) {
                if (entry.sequence() == number) {
                    return Optional.of(entry);
                }
            }
            newest = page.total();
        }
        return Optional.empty();
    }
}
