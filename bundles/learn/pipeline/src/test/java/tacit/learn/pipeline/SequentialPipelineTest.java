package tacit.learn.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Situation;
import tacit.api.ingest.IngestReceipt;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.CaseMaker;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureMiner;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.LearningPipeline.ProgressListener;
import tacit.api.learn.LearningReport;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.api.learn.TraceLearner;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

class SequentialPipelineTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final FakeTraceStore traces = new FakeTraceStore();
    private final FakeClusters clusters = new FakeClusters();
    private final FakeEvalCases evals = new FakeEvalCases();
    private final List<String> mined = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private CaseMaker maker = (scope, families, ids) -> {
        order.add("cases of " + families.get(0).id() + " " + ids + " after " + evals.refreshed);
        return List.of(madeCase());
    };

    @Test
    void takesEveryPendingTraceThroughEveryStep() {
        add("t1", "t2");

        LearningReport report = pipeline(this::fail).run(SCOPE, ProgressListener.NONE);

        assertThat(report).isEqualTo(new LearningReport(2, 2, 1, 1));
        assertThat(clusters.assigned).containsExactly("t1", "t2");
        assertThat(evals.refreshed).containsExactly("k1");
        assertThat(traces.learned).startsWith("t1", "t2");
    }

    @Test
    void changesNothingWhenNothingIsPending() {
        add("t1");
        SequentialPipeline pipeline = pipeline(this::fail);
        pipeline.run(SCOPE, ProgressListener.NONE);

        assertThat(pipeline.run(SCOPE, ProgressListener.NONE)).isEqualTo(new LearningReport(0, 0, 0, 0));
        assertThat(mined).containsExactly("t1");
    }

    @Test
    void writesItsRunAsATraceThatItNeverMines() {
        add("t1");
        SequentialPipeline pipeline = pipeline(this::fail);
        pipeline.run(SCOPE, ProgressListener.NONE);
        pipeline.run(SCOPE, ProgressListener.NONE);

        assertThat(traces.traces.values())
                .filteredOn(
                        trace -> Boolean.TRUE.equals(trace.trace().attributes().get(Attribute.OWN_RUN)))
                .singleElement()
                .satisfies(
                        run -> assertThat(run.spans().get(0).attributes()).containsEntry("tacit.learn.failures", 1L));
        assertThat(mined).containsExactly("t1");
    }

    @Test
    void makesReplayCasesAfterEvalCasesAndBeforeTracesCountAsLearned() {
        add("t1", "t2");
        CaseMaker before = maker;
        maker = (scope, families, ids) -> {
            assertThat(traces.learned).isEmpty();
            return before.make(scope, families, ids);
        };

        pipeline(this::fail).run(SCOPE, ProgressListener.NONE);

        assertThat(order).containsExactly("cases of k1 [t1, t2] after [k1]");
    }

    @Test
    void learnsWhereCasesCannotBeMade() {
        add("t1");
        maker = (scope, families, ids) -> {
            throw new IllegalStateException("broken");
        };

        LearningReport report = pipeline(this::fail).run(SCOPE, ProgressListener.NONE);

        assertThat(report).isEqualTo(new LearningReport(1, 1, 1, 1));
        assertThat(traces.learned).contains("t1");
    }

    @Test
    void takesTracesUpAgainWhoseCasesCouldNotBeStored() {
        add("t1");
        CaseMaker working = maker;
        maker = (scope, families, ids) -> {
            throw new StoreException("Cannot write");
        };
        assertThatThrownBy(() -> pipeline(this::fail).run(SCOPE, ProgressListener.NONE))
                .isInstanceOf(StoreException.class);
        assertThat(traces.learned).isEmpty();

        maker = working;
        pipeline(this::fail).run(SCOPE, ProgressListener.NONE);

        assertThat(order).hasSize(1);
        assertThat(traces.learned).contains("t1");
    }

    @Test
    void w12WritesEachStepOfTheLoopUnderItsRunWithWhatItWasAbout() {
        add("t1");
        pipeline(this::fail).run(SCOPE, ProgressListener.NONE);

        RecordedTrace run = traces.traces.values().stream()
                .filter(trace -> trace.trace().id().startsWith("learn-"))
                .findFirst()
                .orElseThrow();
        assertThat(run.spans()).extracting(Span::id).containsExactly("run", "mine", "cluster", "cases");
        assertThat(run.spans()).extracting(Span::parentId).containsExactly(null, "run", "run", "run");
        assertThat(run.spans().get(0).attributes()).containsEntry("tacit.learn.replay_cases", 1L);
        assertThat(run.spans().get(1).attributes()).containsEntry("tacit.learn.trace_ids", List.of("t1"));
        assertThat(run.spans().get(2).attributes()).containsEntry("tacit.learn.cluster_ids", List.of("k1"));
        assertThat(run.spans().get(3).attributes()).containsEntry("tacit.learn.case_ids", List.of("e1", "replay-1"));
    }

    @Test
    void w12NamesNoMoreOfWhatItReadThanSomebodyReads() {
        for (int index = 0; index < 250; index++) {
            add("t" + index);
        }

        pipeline(this::fail).run(SCOPE, ProgressListener.NONE);

        Span mined = traces.traces.values().stream()
                .filter(trace -> trace.trace().id().startsWith("learn-"))
                .flatMap(trace -> trace.span("mine").stream())
                .findFirst()
                .orElseThrow();
        assertThat((List<?>) mined.attributes().get("tacit.learn.trace_ids")).hasSize(100);
    }

    private static ReplayCase madeCase() {
        return new ReplayCase(
                "replay-1",
                "case",
                new Situation("guard", "decide(GuardQuestion)", "[]", Instant.EPOCH, 0, List.of()),
                List.of(new AnswerCheck(AnswerCheck.Kind.EQUALS, "", List.of("1"))),
                ReplayCase.Origin.CLUSTER,
                "k1",
                "rule:cases",
                true,
                false,
                ReplayCase.State.ACTIVE,
                "ab",
                1,
                Instant.EPOCH,
                null);
    }

    @Test
    void leavesNothingPendingBehind() {
        add("t1");

        pipeline(this::fail).run(SCOPE, ProgressListener.NONE);

        assertThat(traces.pending(SCOPE, 10)).isEmpty();
        assertThat(traces.traces).hasSize(2);
    }

    @Test
    void oneTraceThatCannotBeMinedDoesNotKeepTheOthers() {
        add("bad", "good");

        LearningReport report = pipeline((scope, trace) -> {
                    if (trace.trace().id().equals("bad")) {
                        throw new IllegalStateException("broken");
                    }
                    return fail(scope, trace);
                })
                .run(SCOPE, ProgressListener.NONE);

        assertThat(report.failures()).isEqualTo(1);
        assertThat(traces.learned).contains("bad", "good");
    }

    @Test
    void leavesTracesPendingWhenTheStoreFails() {
        add("t1");
        SequentialPipeline pipeline = pipeline((scope, trace) -> {
            throw new StoreException("down", new IllegalStateException());
        });

        assertThatThrownBy(() -> pipeline.run(SCOPE, ProgressListener.NONE)).isInstanceOf(StoreException.class);
        assertThat(traces.learned).isEmpty();
    }

    @Test
    void canBeStoppedBetweenChunksAndIsTakenUpThere() {
        for (int index = 0; index < 500; index++) {
            add("t" + index);
        }
        SequentialPipeline pipeline = pipeline(this::fail);

        assertThatThrownBy(() -> pipeline.run(SCOPE, (done, total) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        int before = mined.size();
        pipeline.run(SCOPE, ProgressListener.NONE);

        assertThat(before).isLessThan(500);
        assertThat(mined).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void passesTracesOnToEachLearnerBeforeTheyCountAsLearned() {
        add("t1", "t2");
        SequentialPipeline pipeline = pipeline(this::fail);
        List<String> passed = new ArrayList<>();
        TraceLearner broken = (scope, ids) -> {
            throw new IllegalStateException("The learner is broken");
        };
        pipeline.addLearner(broken, Map.of());
        TraceLearner noting = (scope, ids) -> {
            assertThat(traces.learned).isEmpty();
            passed.addAll(ids);
        };
        pipeline.addLearner(noting, Map.of());

        pipeline.run(SCOPE, ProgressListener.NONE);

        assertThat(passed).containsExactly("t1", "t2");
        assertThat(traces.learned).startsWith("t1", "t2");
    }

    @Test
    void asksLearnersOfAHigherRankingFirst() {
        add("t1");
        SequentialPipeline pipeline = pipeline(this::fail);
        List<String> asked = new ArrayList<>();
        TraceLearner last = (scope, ids) -> asked.add("last");
        TraceLearner second = (scope, ids) -> asked.add("second");
        TraceLearner first = (scope, ids) -> asked.add("first");
        pipeline.addLearner(last, Map.of("service.ranking", -10));
        pipeline.addLearner(second, Map.of("service.id", 9L));
        pipeline.addLearner(first, Map.of("service.id", 7L));

        pipeline.run(SCOPE, ProgressListener.NONE);

        assertThat(asked).containsExactly("first", "second", "last");
    }

    @Test
    void takesTracesUpAgainThatALearnerCouldNotStore() {
        add("t1");
        SequentialPipeline pipeline = pipeline(this::fail);
        TraceLearner gone = (scope, ids) -> {
            throw new StoreException("Cannot write");
        };
        pipeline.addLearner(gone, Map.of());
        assertThatThrownBy(() -> pipeline.run(SCOPE, ProgressListener.NONE)).isInstanceOf(StoreException.class);

        pipeline.removeLearner(gone);
        pipeline.run(SCOPE, ProgressListener.NONE);

        assertThat(mined).containsExactly("t1", "t1");
    }

    private SequentialPipeline pipeline(FailureMiner miner) {
        FailureMiner listening = (scope, trace) -> {
            mined.add(trace.trace().id());
            return miner.mine(scope, trace);
        };
        return new SequentialPipeline(
                traces,
                listening,
                clusters,
                evals,
                maker,
                (scope, updates) -> new IngestReceipt(traces.append(scope, updates), List.of(), 0, 0),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private void add(String... ids) {
        for (String id : ids) {
            traces.append(SCOPE, List.of(TraceUpdate.of(Trace.builder(id).build(), List.of())));
        }
    }

    private List<FailureRecord> fail(Scope scope, RecordedTrace trace) {
        Finding finding = new Finding(
                null, "tool_error", FailureClass.AGENT, Severity.HIGH, 1, "It failed", "no such column", null);
        Signature signature = new Signature("execute_tool", "sql", "tool_error", "no such column", "last");
        String id = trace.trace().id();
        return List.of(new FailureRecord(id, id, null, "test", finding, signature, 0, Duration.ZERO, null));
    }
}
