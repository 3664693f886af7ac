package tacit.memory.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WriteGate;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.TextRuns;
import tacit.api.store.TextTombstones;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/** Drops writes that quote a text which is taken back, or that were made from what a user's runs said. Thread-safe. */
@Component
public final class WriteTexts implements EvidenceTexts {

    private static final int AT_ONCE = 500;

    private final Database database;
    private final TraceStore traces;

    /** The gate is asked for, so that its tables are there. */
    @Activate
    public WriteTexts(@Reference Database database, @Reference WriteGate gate, @Reference TraceStore traces) {
        this.database = database;
        this.traces = traces;
    }

    @Override
    public String name() {
        return "pending writes";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        TextTombstones words = TextTombstones.of(texts);
        TextRuns runs = TextRuns.of(texts);
        Set<String> named = Set.copyOf(spans);
        return drop(
                scope,
                write -> write.write().evidence().stream().anyMatch(evidence -> named.contains(evidence.id()))
                        || texts(write).stream()
                                .anyMatch(text ->
                                        runs.isIn(text) || !words.in(text).equals(text)));
    }

    private static List<String> texts(PendingWrite pending) {
        MemoryWrite write = pending.write();
        return List.of(
                String.join("\n", write.payload().values()),
                pending.summary(),
                Objects.requireNonNullElse(write.oldValue(), ""),
                Objects.requireNonNullElse(write.reason(), ""),
                Objects.requireNonNullElse(pending.resolution(), ""));
    }

    @Override
    public int forgetUser(Scope scope) {
        return drop(scope, ofUser(scope));
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        Predicate<PendingWrite> own = ofUser(scope);
        return OptionalLong.of(all(scope.workspaceId()).stream().filter(own).count());
    }

    private Predicate<PendingWrite> ofUser(Scope scope) {
        String user = Objects.requireNonNull(scope.userId(), "userId");
        Set<String> runs = UserTraces.of(traces, scope);
        return pending -> user.equals(pending.write().payload().get(MemoryWrite.USER))
                || runs.contains(String.valueOf(pending.write().taskId()))
                || pending.write().evidence().stream().anyMatch(evidence -> runs.contains(run(evidence)));
    }

    private static String run(Evidence evidence) {
        int slash = evidence.kind() == Evidence.Kind.SPAN ? evidence.id().lastIndexOf('/') : -1;
        return slash > 0 ? evidence.id().substring(0, slash) : evidence.id();
    }

    private int drop(Scope scope, Predicate<PendingWrite> dropped) {
        List<String> ids = all(scope.workspaceId()).stream()
                .filter(dropped)
                .map(PendingWrite::id)
                .toList();
        return database.write(session -> ids.stream()
                .mapToInt(id -> new PendingWrites(session).delete(scope.workspaceId(), id))
                .sum());
    }

    private List<PendingWrite> all(String workspaceId) {
        Scope workspace = Scope.ofWorkspace(workspaceId);
        return database.read(session -> {
            PendingWrites writes = new PendingWrites(session);
            Page<PendingWrite> page = writes.list(workspace, null, PageRequest.first(AT_ONCE));
            List<PendingWrite> all = new ArrayList<>();
            while (!page.rows().isEmpty()) {
                all.addAll(page.rows());
                page = writes.list(workspace, null, new PageRequest(all.size(), AT_ONCE));
            }
            return all;
        });
    }
}
