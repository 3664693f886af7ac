package tacit.evidence.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceTally;
import tacit.api.trace.TraceUpdate;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class TalliesTest {

    private static final Scope ALL = Scope.ofWorkspace("w1");
    private static final Scope ANNA = new Scope("w1", "anna");
    private static final Instant DAY = Traces.START.truncatedTo(ChronoUnit.DAYS);

    private Database database;
    private SqlTraceStore store;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        store = new SqlTraceStore(opened);
    }

    @Test
    void countsByGenerationOutcomeAndStatus() {
        append(ALL, run("t1", "7"), OutcomeLabel.SUCCESS);
        append(ALL, run("t2", "7"), OutcomeLabel.SUCCESS);
        append(ALL, run("t3", "8"), OutcomeLabel.FAILURE);
        append(ALL, run("t4", null), OutcomeLabel.UNKNOWN);
        append(ALL, run("t5", null).startedAt(null).endedAt(null), OutcomeLabel.UNKNOWN);

        assertThat(store.tallies(ALL, null))
                .containsExactlyInAnyOrder(
                        tally("7", OutcomeLabel.SUCCESS, 2, DAY),
                        tally("8", OutcomeLabel.FAILURE, 1, DAY),
                        tally(null, OutcomeLabel.UNKNOWN, 2, DAY));
    }

    @Test
    void movesATraceThatIsJudgedLater() {
        append(ALL, run("t1", "7"), OutcomeLabel.UNKNOWN);
        store.append(ALL, List.of(Traces.judgement("t1", OutcomeLabel.FAILURE, OutcomeSource.RULE)));
        store.append(ALL, List.of(Traces.judgement("t1", OutcomeLabel.SUCCESS, OutcomeSource.USER)));

        assertThat(store.tallies(ALL, null)).containsExactly(tally("7", OutcomeLabel.SUCCESS, 1, DAY));
    }

    @Test
    void countsATraceOnceHoweverOftenItIsTold() {
        append(ALL, run("t1", "7"), OutcomeLabel.SUCCESS);
        append(ALL, run("t1", "7"), OutcomeLabel.SUCCESS);

        assertThat(store.tallies(ALL, null)).containsExactly(tally("7", OutcomeLabel.SUCCESS, 1, DAY));
    }

    @Test
    void leavesOutWhatNobodyAnnounced() {
        store.append(ALL, List.of(Traces.judgement("t1", OutcomeLabel.FAILURE, OutcomeSource.RULE)));

        assertThat(store.tallies(ALL, null)).isEmpty();
    }

    @Test
    void countsWholeDaysOfAUserOnly() {
        append(ANNA, run("t1", "7").startedAt(Traces.START.minus(Duration.ofDays(3))), OutcomeLabel.SUCCESS);
        append(ANNA, run("t2", "7"), OutcomeLabel.SUCCESS);
        append(new Scope("w1", "ben"), run("t3", "7"), OutcomeLabel.SUCCESS);
        append(Scope.ofWorkspace("w2"), run("t4", "7"), OutcomeLabel.SUCCESS);

        assertThat(store.tallies(ANNA, null))
                .containsExactly(tally("7", OutcomeLabel.SUCCESS, 2, DAY.minus(Duration.ofDays(3))));
        assertThat(store.tallies(ANNA, Traces.START.plusSeconds(7200)))
                .containsExactly(tally("7", OutcomeLabel.SUCCESS, 1, DAY));
        assertThat(store.tallies(ALL, DAY)).containsExactly(tally("7", OutcomeLabel.SUCCESS, 2, DAY));
        assertThat(store.tallies(ALL, DAY.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void countsWhatTheTracesThemselvesSay() {
        List<OutcomeLabel> labels = List.of(OutcomeLabel.values());
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            OutcomeLabel label = labels.get(random.nextInt(labels.size()));
            append(ALL, run("t" + random.nextInt(60), "" + random.nextInt(3)), label);
        }

        for (OutcomeLabel label : OutcomeLabel.values()) {
            long listed = store.list(ALL, TraceFilter.ofOutcome(label), PageRequest.first(1))
                    .total();
            assertThat(counted(label)).isEqualTo(listed);
        }
    }

    private long counted(OutcomeLabel label) {
        return store.tallies(ALL, null).stream()
                .filter(tally -> tally.outcome() == label)
                .mapToLong(TraceTally::traces)
                .sum();
    }

    @Test
    void countsTracesThatWereThereBeforeItCounted() throws IOException {
        append(ANNA, run("t1", "7"), OutcomeLabel.SUCCESS);
        append(ALL, run("t2", null).startedAt(null).endedAt(null), OutcomeLabel.FAILURE);
        List<TraceTally> before = store.tallies(ALL, null);
        database.write(session -> session.update("DELETE FROM trace_tallies"));

        for (String statement : script()) {
            database.write(session -> session.update(statement));
            database.write(session -> session.update(statement));
        }

        assertThat(store.tallies(ALL, null)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(store.tallies(ANNA, null)).hasSize(1);
    }

    private static List<String> script() throws IOException {
        try (InputStream in = SqlTraceStore.class.getResourceAsStream("/db/V3.sql")) {
            String text = new String(in.readAllBytes(), UTF_8);
            return List.of(text.substring(text.indexOf("INSERT")).strip().split(";\\s*", -1))
                    .subList(0, 2);
        }
    }

    private void append(Scope scope, TraceBuilder run, OutcomeLabel label) {
        List<Outcome> said = new ArrayList<>();
        if (label != OutcomeLabel.UNKNOWN) {
            said.add(Outcome.of(label, OutcomeSource.GRADER));
        }
        store.append(scope, List.of(new TraceUpdate(run.build(), List.of(), said)));
    }

    private static TraceBuilder run(String id, @Nullable String generation) {
        return Trace.builder(id)
                .agent("clerk")
                .status(TraceStatus.COMPLETED)
                .harnessGeneration(generation)
                .startedAt(Traces.START)
                .endedAt(Traces.START.plusSeconds(9));
    }

    private static TraceTally tally(@Nullable String generation, OutcomeLabel outcome, long traces, Instant day) {
        return new TraceTally(generation, outcome, TraceStatus.COMPLETED, traces, day);
    }
}
