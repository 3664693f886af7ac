package tacit.bench.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tacit.adapt.metrics.StoredEvolution;
import tacit.adapt.records.SqlStateStore;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;

/** A workspace of some months: runs of many users under several generations, things known, and episodes that failed. */
final class EvolutionWorld {

    static final Scope SCOPE = Scope.ofWorkspace("bench");

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final int DAYS = 90;
    private static final int USERS = 20;
    private static final int GENERATIONS = 5;
    private static final int A_BATCH = 500;

    final TraceStore traces;
    final StoredEvolution evolution;

    private final SqlMemoryStore memories;
    private final SplittableRandom random = new SplittableRandom(11);

    EvolutionWorld(Database database) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        traces = new SqlTraceStore(database);
        memories = new SqlMemoryStore(database, clock);
        evolution = new StoredEvolution(
                traces,
                memories,
                new SqlStateStore(database, new PatternRedactor(), clock),
                clock,
                Configurations.of(StoredEvolution.Config.class, Map.of()));
    }

    void runs(int count) {
        for (int first = 0; first < count; first += A_BATCH) {
            List<TraceUpdate> batch = new ArrayList<>();
            for (int i = first; i < Math.min(count, first + A_BATCH); i++) {
                batch.add(run(i));
            }
            traces.append(SCOPE, batch);
        }
    }

    private TraceUpdate run(int number) {
        Instant start = NOW.minus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
        Trace trace = Trace.builder("t" + number)
                .agent("clerk")
                .userId("user" + random.nextInt(USERS))
                .status(TraceStatus.COMPLETED)
                .harnessGeneration(String.valueOf(1 + random.nextInt(GENERATIONS)))
                .taskKey("task" + number % 1000)
                .startedAt(start)
                .endedAt(start.plusSeconds(30))
                .attribute("goal", "Book the ferry to the island number " + number)
                .build();
        OutcomeLabel label = random.nextInt(10) < 7 ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE;
        return new TraceUpdate(trace, List.of(), List.of(Outcome.of(label, OutcomeSource.GRADER)));
    }

    /** As the knowledge graph and the playbook lay them down. */
    void memories(int count) {
        for (int i = 0; i < count; i++) {
            add("graph", i % 3 == 0 ? "relation" : "entity", "thing " + i, Map.of());
            add("playbook", "episode", "episode " + i, Map.of("outcome", "FAILURE", "category", "USER_CORRECTION"));
        }
    }

    private void add(String layer, String kind, String name, Map<String, String> attributes) {
        memories.add(new MemoryDraft(
                SCOPE.workspaceId(),
                layer,
                kind,
                name,
                name,
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.RESULT,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t0")),
                1,
                null,
                null,
                null,
                new TreeMap<>(attributes)));
    }
}
