package tacit.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.evidence.trace.Traces.START;
import static tacit.evidence.trace.Traces.judgement;
import static tacit.evidence.trace.Traces.span;
import static tacit.evidence.trace.Traces.trace;
import static tacit.evidence.trace.Traces.update;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.PendingTrace;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SqlTraceStoreTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final SqlTraceStore store;

    SqlTraceStoreTest(Database database) {
        store = new SqlTraceStore(database);
    }

    @Test
    void answersEveryFieldOfATraceAndItsSpans() {
        Trace whole = trace("t1").toBuilder()
                .profileId("nightly")
                .sessionId("s1")
                .userId("ada")
                .channel("mail")
                .status(TraceStatus.FAILED)
                .harnessGeneration("7")
                .taskKey("count-people")
                .attributes(Map.of(Attribute.BATCH, "b1", "nested", Map.of("list", List.of(1L, "x"))))
                .build();

        store.append(SCOPE, List.of(TraceUpdate.of(whole, List.of(span("a")))));

        assertThat(store.find(SCOPE, "t1")).contains(new RecordedTrace(whole, List.of(span("a"))));
    }

    @Test
    void keepsASpanOfWhichAlmostNothingIsKnown() {
        Span bare = Span.builder("a", "step", "think").build();

        store.append(SCOPE, List.of(TraceUpdate.of(Trace.builder("t1").build(), List.of(bare))));

        assertThat(store.find(SCOPE, "t1").orElseThrow().spans()).containsExactly(bare);
    }

    @Test
    void reportsTheSameTraceTwiceAsDuplicate() {
        List<AppendResult> first = store.append(SCOPE, List.of(update("t1", "a", "b")));
        List<AppendResult> second = store.append(SCOPE, List.of(update("t1", "a", "b")));

        assertThat(first).containsExactly(new AppendResult("t1", true, 2, 0, 0));
        assertThat(second).containsExactly(new AppendResult("t1", false, 0, 2, 0));
        assertThat(second.get(0).duplicate()).isTrue();
        assertThat(store.counts(SCOPE).spans()).isEqualTo(2);
    }

    @Test
    void countsOneCallThatSaysThingsTwiceOnce() {
        List<AppendResult> results = store.append(SCOPE, List.of(update("t1", "a"), update("t1", "a", "b")));

        assertThat(results)
                .containsExactly(new AppendResult("t1", true, 1, 0, 0), new AppendResult("t1", false, 1, 1, 0));
    }

    @Test
    void addsLateSpansAndLeavesKnownOnesAsTheyAre() {
        store.append(SCOPE, List.of(update("t1", "a")));
        Span changed = span("a").toBuilder().output("forged").build();

        store.append(SCOPE, List.of(TraceUpdate.of(trace("t1"), List.of(changed, span("b")))));

        assertThat(store.find(SCOPE, "t1").orElseThrow().spans()).containsExactly(span("a"), span("b"));
    }

    @Test
    void neverErasesAValueByAnAbsentOne() {
        store.append(SCOPE, List.of(update("t1")));

        store.append(SCOPE, List.of(TraceUpdate.of(Trace.builder("t1").build(), List.of(span("a")))));

        assertThat(store.find(SCOPE, "t1").orElseThrow().trace()).isEqualTo(trace("t1"));
    }

    @Test
    void keepsAnOutcomeUntilItsTraceArrives() {
        List<AppendResult> early =
                store.append(SCOPE, List.of(judgement("t1", OutcomeLabel.FAILURE, OutcomeSource.GRADER)));
        assertThat(early).containsExactly(new AppendResult("t1", false, 0, 0, 1));
        assertThat(store.find(SCOPE, "t1")).isEmpty();
        assertThat(store.pending(SCOPE, 9)).isEmpty();

        List<AppendResult> late = store.append(SCOPE, List.of(update("t1", "a")));

        assertThat(late).containsExactly(new AppendResult("t1", true, 1, 0, 0));
        Trace found = store.find(SCOPE, "t1").orElseThrow().trace();
        assertThat(found.outcome()).isEqualTo(Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.GRADER));
        assertThat(found.status()).isEqualTo(TraceStatus.COMPLETED);
    }

    @Test
    void countsTheWeightiestOutcomeAndKeepsEachOnce() {
        store.append(SCOPE, List.of(update("t1"), judgement("t1", OutcomeLabel.SUCCESS, OutcomeSource.USER)));
        store.append(SCOPE, List.of(judgement("t1", OutcomeLabel.FAILURE, OutcomeSource.RULE)));
        store.append(SCOPE, List.of(judgement("t1", OutcomeLabel.FAILURE, OutcomeSource.RULE)));

        assertThat(store.outcomes(SCOPE, "t1"))
                .containsExactly(
                        Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.USER),
                        Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.RULE));
        assertThat(store.find(SCOPE, "t1").orElseThrow().trace().outcome().label())
                .isEqualTo(OutcomeLabel.SUCCESS);
    }

    @Test
    void keepsATraceRunningThoughItIsJudged() {
        Trace running = trace("t1").toBuilder().status(TraceStatus.RUNNING).build();
        store.append(SCOPE, List.of(TraceUpdate.of(running, List.of())));

        store.append(SCOPE, List.of(judgement("t1", OutcomeLabel.SUCCESS, OutcomeSource.USER)));

        assertThat(store.find(SCOPE, "t1").orElseThrow().trace().status()).isEqualTo(TraceStatus.RUNNING);
    }

    @Test
    void showsNothingOfAnotherWorkspace() {
        Scope other = Scope.ofWorkspace("other");
        store.append(SCOPE, List.of(update("t1", "a"), judgement("t1", OutcomeLabel.SUCCESS, OutcomeSource.USER)));

        assertThat(store.find(other, "t1")).isEmpty();
        assertThat(store.outcomes(other, "t1")).isEmpty();
        assertThat(store.list(other, TraceFilter.ALL, PageRequest.first(9)).total())
                .isZero();
        assertThat(store.counts(other).traces()).isZero();
        assertThat(store.pending(other, 9)).isEmpty();
        assertThat(store.workspaces()).containsExactly("default");
    }

    @Test
    void keepsTheSameIdApartInTwoWorkspaces() {
        store.append(SCOPE, List.of(update("t1", "a")));

        List<AppendResult> results = store.append(Scope.ofWorkspace("other"), List.of(update("t1", "a")));

        assertThat(results).containsExactly(new AppendResult("t1", true, 1, 0, 0));
        assertThat(store.workspaces()).containsExactly("default", "other");
    }

    @Test
    void showsAUserOnlyWhatIsTheUsers() {
        Scope ada = new Scope("default", "ada");
        Scope bob = new Scope("default", "bob");
        store.append(ada, List.of(update("t1", "a"), judgement("t1", OutcomeLabel.SUCCESS, OutcomeSource.USER)));

        assertThat(store.find(ada, "t1").orElseThrow().trace().userId()).isEqualTo("ada");
        assertThat(store.find(bob, "t1")).isEmpty();
        assertThat(store.outcomes(bob, "t1")).isEmpty();
        assertThat(store.outcomes(ada, "t1")).hasSize(1);
        assertThat(store.counts(bob).traces()).isZero();
        assertThat(store.find(SCOPE, "t1")).isPresent();
    }

    @Test
    void refusesToAddToATraceOfAnotherUser() {
        store.append(new Scope("default", "ada"), List.of(update("t1", "a")));
        Scope bob = new Scope("default", "bob");

        assertThatThrownBy(() -> store.append(bob, List.of(update("t1", "b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot append to trace 't1': it belongs to another user");
        assertThat(store.find(SCOPE, "t1").orElseThrow().spans()).hasSize(1);
    }

    @Test
    void ignoresWhatAUserSaidOfATraceThatTurnsOutToBeAnothers() {
        store.append(new Scope("default", "bob"), List.of(judgement("t1", OutcomeLabel.FAILURE, OutcomeSource.USER)));
        Scope ada = new Scope("default", "ada");

        store.append(ada, List.of(update("t1", "a")));

        assertThat(store.find(ada, "t1").orElseThrow().trace().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(store.outcomes(ada, "t1")).isEmpty();
    }

    @Test
    void listsNewestFirstAndThoseWithoutStartLast() {
        store.append(
                SCOPE,
                List.of(
                        TraceUpdate.of(Trace.builder("x").agent("a").build(), List.of()),
                        TraceUpdate.of(trace("old"), List.of()),
                        TraceUpdate.of(Trace.builder("b").agent("a").build(), List.of()),
                        TraceUpdate.of(
                                trace("new").toBuilder()
                                        .startedAt(START.plusSeconds(1))
                                        .build(),
                                List.of())));

        Page<Trace> first = store.list(SCOPE, TraceFilter.ALL, PageRequest.first(3));
        Page<Trace> rest = store.list(SCOPE, TraceFilter.ALL, new PageRequest(3, 3));

        assertThat(first.rows()).extracting(Trace::id).startsWith("new", "old").hasSize(3);
        assertThat(first.hasMore()).isTrue();
        assertThat(rest.rows()).hasSize(1);
        assertThat(rest.total()).isEqualTo(4);
    }

    @Test
    void listsOnlyWhatTheFilterAsksFor() {
        Trace wanted = trace("t1").toBuilder()
                .taskKey("k")
                .attribute(Attribute.BATCH, "b")
                .outcome(Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.RULE))
                .build();
        store.append(
                SCOPE,
                List.of(
                        TraceUpdate.of(wanted, List.of()),
                        TraceUpdate.of(Trace.builder("t2").agent("other").build(), List.of())));

        List<TraceFilter> filters = List.of(
                new TraceFilter("clerk", null, null, null, null, null, null),
                new TraceFilter(null, "k", null, null, null, null, null),
                TraceFilter.ofBatch("b"),
                TraceFilter.ofOutcome(OutcomeLabel.FAILURE),
                new TraceFilter(null, null, null, null, TraceStatus.COMPLETED, START, START.plusNanos(1000)));

        assertThat(filters).allSatisfy(filter -> assertThat(
                        store.list(SCOPE, filter, PageRequest.first(9)).rows())
                .containsExactly(wanted));
    }

    @Test
    void countsTracesSpansOutcomesAndAgents() {
        store.append(SCOPE, List.of(update("t1", "a", "b"), update("t2", "a")));
        store.append(SCOPE, List.of(judgement("t2", OutcomeLabel.NEUTRAL, OutcomeSource.RULE)));

        TraceCounts counts = store.counts(SCOPE);

        assertThat(counts.traces()).isEqualTo(2);
        assertThat(counts.spans()).isEqualTo(3);
        assertThat(counts.outcomes())
                .containsEntry(OutcomeLabel.UNKNOWN, 1L)
                .containsEntry(OutcomeLabel.NEUTRAL, 1L)
                .containsEntry(OutcomeLabel.SUCCESS, 0L);
        assertThat(counts.lastStartByAgent()).containsOnly(Map.entry("clerk", START));
    }

    @Test
    void keepsATracePendingThatChangedWhileItWasLearnedFrom() {
        store.append(SCOPE, List.of(update("t1", "a"), update("t0", "a")));
        List<PendingTrace> before = store.pending(SCOPE, 9);
        store.append(SCOPE, List.of(update("t1", "b")));

        store.learned(SCOPE, before);

        assertThat(before).hasSize(2);
        assertThat(store.pending(SCOPE, 9)).containsExactly(new PendingTrace("t1", 2));
    }

    @Test
    void doesNotMakeADuplicatePendingAgain() {
        store.append(SCOPE, List.of(update("t1", "a")));
        store.learned(SCOPE, store.pending(SCOPE, 1));

        store.append(SCOPE, List.of(update("t1", "a")));

        assertThat(store.pending(SCOPE, 1)).isEmpty();
    }
}
