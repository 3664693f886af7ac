package tacit.panel.memory;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextDrafts;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.Evidence;
import tacit.api.memory.ExternalState;
import tacit.api.memory.LayerPreview;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.FakeDreams;
import tacit.runtime.testkit.FakeExternals;
import tacit.runtime.testkit.FakeGate;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.TestDatabase;

/** The panels on a real store of memories, and on what notes what it was told. */
final class Parts implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final TestDatabase database = Engine.HSQLDB.open();
    final MemoryStore store = new SqlMemoryStore(database.database(), new MovingClock());
    final ListAuditLog audit = new ListAuditLog();
    final FakeGate gate = new FakeGate();
    final FakeDreams dreams = new FakeDreams();
    final FakeExternals externals = new FakeExternals();
    final MemoryPanel memory = new MemoryPanel(store, audit);
    final WritesPanel writes = new WritesPanel();
    final DreamsPanel dreaming = new DreamsPanel();
    final PreviewPanel preview = new PreviewPanel();
    final ExternalPanel external = new ExternalPanel(audit);

    /** Brings all that may be absent. */
    Parts whole() {
        writes.gate = gate;
        dreaming.review = dreams;
        dreaming.desk = dreams;
        preview.contexts = new Later<>(new Layers());
        preview.drafts = new Later<>(new Layers());
        external.memories = externals;
        externals.state = new ExternalState(true, false, null, new TreeMap<>(java.util.Map.of("url", Attack.TEXT)));
        return this;
    }

    MemoryRecord remember(String workspace, String text) {
        return store.add(draft(workspace, text)).record();
    }

    static MemoryDraft draft(String workspace, String text) {
        return new MemoryDraft(
                workspace,
                "archive",
                "preference",
                text.length() > 90 ? "long" : text,
                text,
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.STATEMENT,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1"), Evidence.of(Evidence.Kind.SPAN, "t1/s2")),
                0.5,
                null,
                null,
                null,
                new TreeMap<>());
    }

    @Override
    public void close() {
        database.close();
    }

    /** Says back what it was asked for. */
    private static final class Layers implements Contexts, ContextDrafts {

        @Override
        public AssembledContext context(ContextRequest request, int budget) {
            return AssembledContext.nothing(ContextExplanation.EMPTY);
        }

        @Override
        public AssembledContext draft(ContextRequest request, int budget) {
            ContextFragment fragment = new ContextFragment(
                    "m1",
                    "profile",
                    "user",
                    request.task(),
                    TrustLane.STATEMENT,
                    Visibility.SHARED,
                    0.5,
                    0.9,
                    NOON,
                    List.of("m1"));
            TreeMap<String, Double> made = new TreeMap<>(java.util.Map.of("relevance", 0.5));
            return new AssembledContext(
                    request.task(),
                    12,
                    List.of(),
                    List.of(fragment),
                    new TreeMap<>(),
                    new ContextExplanation(
                            List.of(
                                    new ContextExplanation.Line(
                                            "m1", "profile", "L0", true, 12, 0.8125, made, "It fits"),
                                    new ContextExplanation.Line(
                                            "e7",
                                            "playbook",
                                            "L1",
                                            false,
                                            90,
                                            0.25,
                                            made,
                                            "No room: " + request.task()),
                                    new ContextExplanation.Line(
                                            "", "archive", "L1", false, 9, 0, new TreeMap<>(), "Not for them")),
                            new TreeMap<>(),
                            List.of(new ContextExplanation.Failure("wiki", "It took too long"))));
        }

        @Override
        public List<LayerPreview> preview(ContextRequest request, int budget) {
            String said = request.task() + " for " + request.audience().userId();
            return List.of(
                    new LayerPreview("L0", "Who", said, "archive m1: not for " + said, 12, budget, 1, true),
                    new LayerPreview("L3", "Tools", "", "", 0, 0, 0, false));
        }
    }
}
