package tacit.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.runtime.testkit.EachDatabase;

/** However the parts of a trace are cut, ordered and repeated, the same trace comes out. */
@EachDatabase
class MergeOrderTest {

    private static final int TRACES = 25;
    private static final int ORDERS = 4;

    private final SqlTraceStore store;

    MergeOrderTest(Database database) {
        store = new SqlTraceStore(database);
    }

    @Test
    void givesTheSameTraceForEveryOrderOfItsParts() {
        Random random = new Random(7717);

        for (int i = 0; i < TRACES; i++) {
            List<TraceUpdate> parts = parts("t" + i, random);
            Set<RecordedTrace> results = new HashSet<>();
            Set<Set<Outcome>> outcomes = new HashSet<>();
            for (int order = 0; order < ORDERS; order++) {
                Scope scope = Scope.ofWorkspace("w" + order);
                append(scope, parts, random);
                results.add(comparable(store.find(scope, "t" + i).orElseThrow()));
                outcomes.add(new HashSet<>(store.outcomes(scope, "t" + i)));
            }
            assertThat(results).hasSize(1);
            assertThat(outcomes).hasSize(1);
        }
    }

    @Test
    void mergesTracesWithoutRegardToSides() {
        Random random = new Random(4318);

        for (int i = 0; i < 500; i++) {
            Trace a = randomTrace("t", random);
            Trace b = randomTrace("t", random);
            Trace c = randomTrace("t", random);

            assertThat(TraceMerge.merge(a, b)).isEqualTo(TraceMerge.merge(b, a));
            assertThat(TraceMerge.merge(TraceMerge.merge(a, b), c))
                    .isEqualTo(TraceMerge.merge(a, TraceMerge.merge(b, c)));
            assertThat(TraceMerge.merge(TraceMerge.merge(a, b), b)).isEqualTo(TraceMerge.merge(a, b));
        }
    }

    /** Shuffles, repeats one part and cuts the rest into calls of random length. */
    private void append(Scope scope, List<TraceUpdate> parts, Random random) {
        List<TraceUpdate> shuffled = new ArrayList<>(parts);
        shuffled.add(parts.get(random.nextInt(parts.size())));
        Collections.shuffle(shuffled, random);
        int from = 0;
        while (from < shuffled.size()) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(3));
            store.append(scope, shuffled.subList(from, to));
            from = to;
        }
    }

    private static RecordedTrace comparable(RecordedTrace found) {
        Trace neutral = found.trace().toBuilder().workspaceId("any").build();
        return new RecordedTrace(neutral, found.spans());
    }

    private static List<TraceUpdate> parts(String id, Random random) {
        List<TraceUpdate> parts = new ArrayList<>();
        parts.add(new TraceUpdate(Trace.builder(id).agent("clerk").build(), List.of(), List.of()));
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            int first = random.nextInt(5);
            parts.add(new TraceUpdate(
                    randomTrace(id, random),
                    IntStream.rangeClosed(first, first + random.nextInt(3))
                            .mapToObj(n -> Traces.span("s" + n))
                            .toList(),
                    random.nextBoolean() ? List.of() : List.of(randomOutcome(random))));
        }
        parts.add(new TraceUpdate(Trace.builder(id).build(), List.of(), List.of(randomOutcome(random))));
        return parts;
    }

    private static Trace randomTrace(String id, Random random) {
        TraceBuilder builder =
                Trace.builder(id).status(List.of(TraceStatus.values()).get(random.nextInt(4)));
        if (random.nextBoolean()) {
            builder.agent("agent" + random.nextInt(2)).sessionId("s" + random.nextInt(2));
        }
        if (random.nextBoolean()) {
            builder.startedAt(Traces.START.plusSeconds(random.nextInt(9)));
        }
        if (random.nextBoolean()) {
            builder.endedAt(Traces.START.plusSeconds(9 + random.nextInt(9)));
        }
        if (random.nextBoolean()) {
            builder.taskKey("k" + random.nextInt(2)).attributes(Map.of("n", (long) random.nextInt(3), "x", "y"));
        }
        return builder.build();
    }

    private static Outcome randomOutcome(Random random) {
        List<OutcomeLabel> labels = Stream.of(OutcomeLabel.values())
                .filter(label -> label != OutcomeLabel.UNKNOWN)
                .toList();
        return new Outcome(
                labels.get(random.nextInt(labels.size())),
                random.nextBoolean() ? null : 0.5,
                List.of(OutcomeSource.values()).get(random.nextInt(4)),
                random.nextBoolean() ? null : "check" + random.nextInt(2),
                null,
                random.nextInt(3) == 0 ? "s1" : null,
                random.nextBoolean() ? null : Traces.START.plusSeconds(random.nextInt(3)));
    }
}
