package tacit.panel.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.memory.Distillation;
import tacit.api.memory.Evidence;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryEffects.Kept;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.distill.TraceDistiller;
import tacit.runtime.testkit.Configurations;

/** Runs in a real store, the real distiller, and notes as the host writes them. */
final class Learner implements MemoryLearning {

    final SqlTraceStore traces;
    final TraceDistiller distiller;
    final List<String> asked = new ArrayList<>();
    private final MemoryStore store;
    LearningSwitches on = LearningSwitches.USUAL;

    Learner(Parts parts) {
        traces = new SqlTraceStore(parts.database.database());
        store = parts.store;
        distiller = new TraceDistiller(traces, store, Configurations.of(TraceDistiller.Config.class, Map.of()));
    }

    /** A run in which nora says these words. */
    void talk(String id, String words) {
        Span chat = Span.builder("c0", Operation.CHAT, "chat")
                .startedAt(Parts.NOON)
                .input("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + words.replace("\"", "\\\"")
                        + "\"}]}]")
                .build();
        Trace trace = Trace.builder(id)
                .userId("nora")
                .startedAt(Parts.NOON)
                .endedAt(Parts.NOON.plusSeconds(60))
                .build();
        traces.append(Scope.ofDefaultWorkspace(), List.of(TraceUpdate.of(trace, List.of(chat))));
    }

    /** Keeps what a run gives, and notes it. */
    void keep(String id) {
        Distillation found = distiller.runHotPath(Scope.ofDefaultWorkspace(), id, Parts.NOON);
        List<String> written = new ArrayList<>(List.of("~memories:w1", "playbook:gone"));
        for (Kept kept : found.effects().memories()) {
            written.add("memories:" + store.add(kept.draft()).record().id());
        }
        note("run", id, Map.of("trace", id, "written", String.join(" ", written), "candidates", "1", "accepted", "1"));
    }

    void note(String kind, String key, Map<String, String> attributes) {
        store.add(new MemoryDraft(
                Scope.DEFAULT_WORKSPACE,
                MemoryLearning.LAYER,
                kind,
                "learning",
                "Learnt from a run",
                MemoryScope.WORKSPACE,
                Visibility.PRIVATE,
                TrustLane.RESULT,
                List.of(Evidence.of(Evidence.Kind.TRACE, key)),
                1,
                null,
                null,
                kind + ":" + key,
                new TreeMap<>(attributes)));
    }

    @Override
    public LearningReceipt learn(Scope scope, String traceId) {
        return done(traceId);
    }

    @Override
    public LearningReceipt learnOffline(Scope scope) {
        return done("all");
    }

    private LearningReceipt done(String what) {
        asked.add(what);
        return new LearningReceipt(
                Distillation.Status.DONE, 1, 2, 1, 0, new TreeMap<>(), 3, List.of(), new TreeMap<>(), new TreeMap<>());
    }

    @Override
    public LearningSwitches switches() {
        return on;
    }
}
