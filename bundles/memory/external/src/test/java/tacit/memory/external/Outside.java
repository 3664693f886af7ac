package tacit.memory.external;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditEntry;
import tacit.api.memory.Evidence;
import tacit.api.memory.ExternalMemory;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/** A host with memories outside: a real store, a real gate and real bookkeeping. */
final class Outside {

    static final Scope SCOPE = Scope.ofWorkspace("w");

    final MovingClock clock;
    final ListAuditLog audit = new ListAuditLog();
    final SqlMemoryStore store;
    final SqlWriteGate gate;
    final Externals externals = new Externals();
    final Copies copies;
    final Sending sending;
    final AskedExternals asked;
    final ArchiveMirror mirror;
    final OutsideTexts texts;
    private final SqlTraceStore traces;

    Outside(Database database, MovingClock clock, String mode, ExternalMemory... memories) {
        this.clock = clock;
        List.of(memories).forEach(externals::addMemory);
        store = new SqlMemoryStore(database, clock);
        copies = new Copies(database);
        Notes notes = new Notes(database);
        ExternalWrites writes = new ExternalWrites(externals, copies, notes, store, audit, clock);
        traces = new SqlTraceStore(database);
        run("t1", null);
        gate = new SqlWriteGate(
                        database, audit, new PatternRedactor(), clock, new SqlWriteGate.Rule(mode, 10, name -> null))
                .writingTo(List.of(writes));
        sending = new Sending(gate, writes);
        asked = new AskedExternals(externals, sending, copies, notes, new PatternRedactor());
        mirror = new ArchiveMirror(externals, copies, sending, writes, store, traces, clock);
        texts = new OutsideTexts(externals, notes, copies, writes, store, traces, clock);
    }

    /** A run of a user, or of nobody. */
    void run(String id, @Nullable String user) {
        traces.append(
                new Scope("w", user),
                List.of(new TraceUpdate(
                        Trace.builder(id).workspaceId("w").userId(user).build(), List.of(), List.of())));
    }

    String capture(String text) {
        return capture(text, MemoryScope.WORKSPACE, Visibility.SHARED, Map.of("privacy", "normal"));
    }

    String capture(String text, MemoryScope scope, Visibility visibility, Map<String, String> attributes) {
        return store.add(new MemoryDraft(
                        "w",
                        "archive",
                        "insight",
                        "",
                        text,
                        scope,
                        visibility,
                        TrustLane.INFERENCE,
                        List.of(Evidence.of(Evidence.Kind.TRACE, "t1")),
                        0.8,
                        null,
                        null,
                        null,
                        new TreeMap<>(attributes)))
                .record()
                .id();
    }

    List<PendingWrite> pending() {
        return gate.list(SCOPE, PendingWrite.Status.PENDING, PageRequest.first(10))
                .rows();
    }

    List<String> acts() {
        return audit.entries.stream().map(AuditEntry::action).toList();
    }

    String told() {
        return audit.entries.toString();
    }
}
