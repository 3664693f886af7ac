package tacit.adapt.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.StyleHistory;
import tacit.api.adapt.UserCorrection;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.PlaybookSource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.playbook.StoredPlaybook;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.MovingClock;

/** The metrics over real stores, and short ways to fill those. */
final class Measured {

    static final Scope SCOPE = Scope.ofWorkspace("w1");

    private static final List<Evidence> EVIDENCE = List.of(Evidence.of(Evidence.Kind.TRACE, "t1"));

    final MovingClock clock = new MovingClock();
    final SqlStateStore states;
    final StoredEvolution evolution;

    private final SqlTraceStore traces;
    private final SqlMemoryStore memories;
    private final StoredPlaybook playbook;
    private int made;

    Measured(Database database) {
        this(database, Map.of());
    }

    Measured(Database database, Map<String, ?> settings) {
        states = new SqlStateStore(database, new PatternRedactor(), clock);
        traces = new SqlTraceStore(database);
        memories = new SqlMemoryStore(database, clock);
        playbook = new StoredPlaybook(memories, clock, Configurations.of(StoredPlaybook.Config.class, Map.of()));
        evolution = new StoredEvolution(
                traces, memories, states, clock, Configurations.of(StoredEvolution.Config.class, settings));
    }

    EvolutionSnapshot now() {
        return evolution.computeSnapshot(SCOPE, StyleHistory.NONE);
    }

    EvolutionMetric metric(String id) {
        return now().metric(id).orElseThrow();
    }

    void days(int days) {
        clock.pass(Duration.ofDays(days));
    }

    void runs(int count, OutcomeLabel label, @Nullable String generation) {
        runs(SCOPE, count, label, generation, clock.instant());
    }

    void runs(Scope scope, int count, OutcomeLabel label, @Nullable String generation, Instant at) {
        for (int i = 0; i < count; i++) {
            Trace trace = Trace.builder("t" + made++)
                    .status(TraceStatus.COMPLETED)
                    .harnessGeneration(generation)
                    .startedAt(at)
                    .endedAt(at.plusSeconds(9))
                    .build();
            List<Outcome> said =
                    label == OutcomeLabel.UNKNOWN ? List.of() : List.of(Outcome.of(label, OutcomeSource.GRADER));
            traces.append(scope, List.of(new TraceUpdate(trace, List.of(), said)));
        }
    }

    void failures(int count, String error) {
        for (int i = 0; i < count; i++) {
            playbook.capture(
                    SCOPE,
                    new PlaybookEpisode(
                            "task" + made++,
                            "Deploy the service",
                            "Deploy it",
                            List.of(),
                            List.of(),
                            PlaybookEpisode.Outcome.FAILURE,
                            error,
                            null,
                            List.of(),
                            new PlaybookSource(TrustLane.STATEMENT, Visibility.SHARED, EVIDENCE)));
        }
    }

    void corrections(int count) {
        for (int i = 0; i < count; i++) {
            states.put(SCOPE, UserCorrection.KIND, "c" + made++, 0, "{}", List.of());
        }
    }

    /** As the knowledge graph lays them down. */
    void graph(int count, String kind) {
        for (int i = 0; i < count; i++) {
            String name = kind + made++;
            memories.add(new MemoryDraft(
                    SCOPE.workspaceId(),
                    "graph",
                    kind,
                    name,
                    name,
                    MemoryScope.WORKSPACE,
                    Visibility.SHARED,
                    TrustLane.INFERENCE,
                    EVIDENCE,
                    1,
                    null,
                    null,
                    null,
                    new TreeMap<>()));
        }
    }
}
