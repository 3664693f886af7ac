package tacit.memory.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryOutcomes.Helpfulness;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.Reach;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class CountedOutcomesTest {

    private static final Scope SCOPE = Scope.ofWorkspace("w1");
    private static final PageRequest ALL = PageRequest.first(100);

    private final MovingClock clock = new MovingClock();
    private Database database;
    private SqlTraceStore traces;
    private SqlMemoryStore memories;
    private SqlWriteGate gate;
    private CountedOutcomes outcomes;
    private String lesson = "";
    private int runs;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        traces = new SqlTraceStore(opened);
        memories = new SqlMemoryStore(opened, clock);
        gate = new SqlWriteGate(
                opened,
                new ListAuditLog(),
                new PatternRedactor(),
                clock,
                new SqlWriteGate.Rule("off", 100, name -> null));
        lesson = memory("archive", "Always guess", MemoryScope.WORKSPACE);
        outcomes = with(Map.of("least_shown", 5, "least_others", 5));
    }

    @AfterEach
    void close() {
        outcomes.close();
    }

    private CountedOutcomes with(Map<String, ?> settings) {
        return new CountedOutcomes(
                database,
                traces,
                memories,
                gate,
                clock,
                Configurations.of(CountedOutcomes.Config.class, new HashMap<>(settings)));
    }

    private String memory(String layer, String text, MemoryScope scope) {
        return memories.add(new MemoryDraft(
                        "w1",
                        layer,
                        "lesson",
                        "work",
                        text,
                        scope,
                        Visibility.SHARED,
                        TrustLane.STATEMENT,
                        List.of(Evidence.of(Evidence.Kind.TRACE, "t")),
                        0.5,
                        null,
                        null,
                        null,
                        new TreeMap<>()))
                .record()
                .id();
    }

    private static TraceBuilder run(String id, @Nullable String user, OutcomeLabel label) {
        TraceBuilder run = Trace.builder(id).workspaceId("w1").userId(user);
        return label == OutcomeLabel.UNKNOWN ? run : run.outcome(Outcome.of(label, OutcomeSource.GRADER));
    }

    private void learn(TraceBuilder run) {
        Trace trace = run.build();
        traces.append(SCOPE, List.of(TraceUpdate.of(trace, List.of())));
        outcomes.learn(SCOPE, List.of(trace.id()));
    }

    private void learn(int times, OutcomeLabel label, String... shown) {
        for (int i = 0; i < times; i++) {
            learn(run("r" + ++runs, "ann", label).attribute("tacit.memory.shown", List.of(shown)));
        }
    }

    private Helpfulness found() {
        return outcomes.of(SCOPE, lesson).orElseThrow();
    }

    private List<PendingWrite> waiting() {
        return gate.list(SCOPE, PendingWrite.Status.PENDING, ALL).rows();
    }

    @Test
    void countsRunsThatWereShownAMemoryByHowTheyWent() {
        learn(3, OutcomeLabel.SUCCESS, lesson);
        learn(1, OutcomeLabel.FAILURE, lesson);
        learn(2, OutcomeLabel.SUCCESS);

        assertThat(found())
                .returns(3L, Helpfulness::helpful)
                .returns(1L, Helpfulness::harmful)
                .returns(2L, Helpfulness::othersWell)
                .returns(2L, Helpfulness::others)
                .returns(false, Helpfulness::useless);
        assertThat(found().low()).isBetween(0.30, 0.301);
        assertThat(found().high()).isBetween(0.954, 0.955);
        assertThat(found().words())
                .isEqualTo("3 of 4 runs that were shown it went well (95 %: 30 to 95 %), 100 % of 2 others");
    }

    @Test
    void countsARunThatNamesTheContextThatItWasGiven() {
        outcomes.shown(new Scope("w1", "ann"), "c1", List.of(lesson, "no-such-memory"));

        learn(run("t1", "ann", OutcomeLabel.SUCCESS).attribute("tacit.context.id", "c1"));
        learn(run("t2", "bob", OutcomeLabel.SUCCESS).attribute("tacit.context.id", "c1"));

        assertThat(found()).returns(1L, Helpfulness::helpful).returns(1L, Helpfulness::others);
        assertThat(outcomes.list(SCOPE, ALL).rows())
                .extracting(Helpfulness::memoryId)
                .containsExactly(lesson);
    }

    @Test
    void countsEachRunOnceAndALateOutcomeInstead() {
        TraceBuilder shown = run("t1", "ann", OutcomeLabel.UNKNOWN).attribute("tacit.memory.used", lesson);
        learn(shown);
        assertThat(outcomes.of(SCOPE, lesson)).isEmpty();

        learn(run("t1", "ann", OutcomeLabel.SUCCESS));
        outcomes.learn(SCOPE, List.of("t1", "t1"));
        assertThat(found()).returns(1L, Helpfulness::helpful).returns(0L, Helpfulness::harmful);

        learn(run("t1", "ann", OutcomeLabel.UNKNOWN).outcome(Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.USER)));
        assertThat(found()).returns(0L, Helpfulness::helpful).returns(1L, Helpfulness::harmful);
    }

    @Test
    void takesNoAgentsWordAndCountsNoRunOfTacitItself() {
        learn(run("t1", "ann", OutcomeLabel.UNKNOWN)
                .outcome(Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.AGENT))
                .attribute("tacit.memory.shown", lesson));
        learn(run("t2", "ann", OutcomeLabel.SUCCESS)
                .attribute(Attribute.OWN_RUN, true)
                .attribute("tacit.memory.shown", lesson));
        learn(run("t3", "ann", OutcomeLabel.NEUTRAL).attribute("tacit.memory.shown", lesson));

        assertThat(outcomes.of(SCOPE, lesson)).isEmpty();
    }

    @Test
    void showsAUserTheirOwnRunsAlone() {
        String ofAnn = memory("archive", "Ann likes tea", new MemoryScope(Reach.USER, "ann"));
        learn(run("t1", "ann", OutcomeLabel.SUCCESS).attribute("tacit.memory.shown", lesson + "," + ofAnn));
        learn(run("t2", "bob", OutcomeLabel.FAILURE).attribute("tacit.memory.shown", lesson + "," + ofAnn));

        assertThat(outcomes.of(new Scope("w1", "bob"), lesson).orElseThrow())
                .returns(0L, Helpfulness::helpful)
                .returns(1L, Helpfulness::harmful);
        assertThat(outcomes.of(SCOPE, ofAnn).orElseThrow()).returns(0L, Helpfulness::harmful);
        assertThat(outcomes.list(new Scope("w1", "bob"), ALL).rows())
                .extracting(Helpfulness::memoryId)
                .containsExactly(lesson);
        assertThat(outcomes.of(Scope.ofWorkspace("w2"), lesson)).isEmpty();
    }

    @Test
    void proposesToPutAsideWhatMakesRunsWorse() {
        learn(10, OutcomeLabel.SUCCESS);
        learn(6, OutcomeLabel.FAILURE, lesson);

        assertThat(found().useless()).isTrue();
        assertThat(waiting()).singleElement().satisfies(pending -> {
            assertThat(pending.write().action()).isEqualTo(MemoryPayload.PUT_ASIDE);
            assertThat(pending.write().payload()).containsEntry(MemoryWrite.ID, lesson);
            assertThat(pending.write().oldValue()).isEqualTo("Always guess");
            assertThat(pending.write().reason()).contains("0 of 5 runs that were shown it went well");
        });
        assertThat(memories.find(SCOPE, lesson)).get().returns(MemoryState.ACTIVE, MemoryRecord::state);
    }

    @Test
    void proposesAMemoryOnceAndRemembersARejection() {
        learn(10, OutcomeLabel.SUCCESS);
        learn(6, OutcomeLabel.FAILURE, lesson);
        gate.reject(SCOPE, waiting().get(0).id(), "ada", "It is right");

        learn(6, OutcomeLabel.FAILURE, lesson);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void proposesNothingTooEarly() {
        learn(10, OutcomeLabel.SUCCESS);
        learn(4, OutcomeLabel.FAILURE, lesson);

        assertThat(found().useless()).isFalse();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void proposesNothingThatMayBeChance() {
        learn(8, OutcomeLabel.SUCCESS);
        learn(2, OutcomeLabel.FAILURE);
        learn(10, OutcomeLabel.SUCCESS, lesson);
        learn(4, OutcomeLabel.FAILURE, lesson);

        assertThat(found().useless()).isFalse();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void proposesNothingWithoutOthersToCompareWith() {
        learn(4, OutcomeLabel.SUCCESS);
        learn(10, OutcomeLabel.FAILURE, lesson);

        assertThat(found().useless()).isFalse();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void proposesNoMemoryOfAnotherLayerOrThatIsAside() {
        String curated = memory("curated", "Answer in verse", MemoryScope.WORKSPACE);
        memories.change(SCOPE, lesson, MemoryChange.NONE.withState(MemoryState.ARCHIVED));
        learn(10, OutcomeLabel.SUCCESS);
        learn(6, OutcomeLabel.FAILURE, lesson, curated);

        assertThat(outcomes.of(SCOPE, curated).orElseThrow().useless()).isTrue();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void proposesNothingWhereItIsSwitchedOff() {
        outcomes.close();
        outcomes = with(Map.of("least_shown", 5, "least_others", 5, "propose", false));
        learn(10, OutcomeLabel.SUCCESS);
        learn(6, OutcomeLabel.FAILURE, lesson);

        assertThat(found().useless()).isTrue();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void forgetsWhatIsForgotten() {
        learn(2, OutcomeLabel.SUCCESS, lesson);
        learn(run("b1", "bob", OutcomeLabel.SUCCESS).attribute("tacit.memory.shown", lesson));

        outcomes.cleared(new Scope("w1", "bob"));
        assertThat(found()).returns(2L, Helpfulness::helpful);

        outcomes.removed(List.of(memories.find(SCOPE, lesson).orElseThrow()));
        assertThat(outcomes.of(SCOPE, lesson)).isEmpty();
        outcomes.cleared(SCOPE);
        assertThat(outcomes.list(SCOPE, ALL).total()).isZero();
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatThrownBy(() -> with(Map.of("least_shown", 0))).hasMessageContaining("least.shown");
        assertThatThrownBy(() -> with(Map.of("contexts_kept_days", 0))).hasMessageContaining("contexts.kept.days");
    }
}
