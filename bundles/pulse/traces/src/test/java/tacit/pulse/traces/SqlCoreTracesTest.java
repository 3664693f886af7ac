package tacit.pulse.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class SqlCoreTracesTest {

    private static final PageRequest ALL = PageRequest.first(100);

    private Database database;
    private MovingClock clock;
    private CoreTraces traces;

    @BeforeEach
    void open(Database database) {
        this.database = database;
        clock = new MovingClock();
        traces = new SqlCoreTraces(database, new PatternRedactor(), clock);
    }

    private static CoreTraceDraft pulse(String run) {
        return draft("p1", "w1", CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, run);
    }

    private static CoreTraceDraft draft(
            String profile, String workspace, CoreSurface surface, CoreTraceKind kind, String run) {
        return new CoreTraceDraft(profile, workspace, "agent_role:r1", surface, kind, run, null);
    }

    @Test
    void ct01GivesTheTraceThatARunHasOpen() {
        CoreTrace first = traces.begin(pulse("run-1"));
        clock.pass(Duration.ofMinutes(5));

        CoreTrace second = traces.begin(pulse("run-1"));

        assertThat(second).isEqualTo(first);
        assertThat(traces.list(CoreTraces.Filter.ALL, ALL).total()).isEqualTo(1);
    }

    @Test
    void ct02TellsATraceWithItsStepsAndWhatItGave() {
        CoreTrace trace = traces.begin(pulse("run-1"));
        traces.step(trace.id(), "a", CorePhase.START, "heartbeat.pulse_started", "began", Map.of("runId", "run-1"));
        traces.step(trace.id(), "b", CorePhase.DECISION, "heartbeat.idle", "nothing to do", Map.of());
        traces.memory(trace.id(), "m1");
        CoreTraceDraft child = new CoreTraceDraft(
                "p1", "w1", null, CoreSurface.SUBCONSCIOUS, CoreTraceKind.SUBCONSCIOUS_CYCLE, "run-2", trace.id());
        traces.begin(child);

        CoreTrace.Whole whole = traces.find(trace.id()).orElseThrow();

        assertThat(whole.events())
                .extracting(CoreTrace.Event::type)
                .containsExactly("heartbeat.pulse_started", "heartbeat.idle");
        assertThat(whole.events().get(0).details()).containsEntry("runId", "run-1");
        assertThat(whole.memoryIds()).containsExactly("m1");
        assertThat(whole.children()).containsExactly("subconscious:run-2");
    }

    @Test
    void ct03KeepsAStepOnceHoweverOftenItIsTold() {
        String id = traces.begin(pulse("run-1")).id();
        traces.step(id, "dispatch:1", CorePhase.DISPATCH, "heartbeat.dispatch_started", "first", Map.of());
        traces.step(id, "dispatch:1", CorePhase.DISPATCH, "heartbeat.dispatch_started", "again", Map.of());

        assertThat(traces.find(id).orElseThrow().events())
                .extracting(CoreTrace.Event::summary)
                .containsExactly("first");
    }

    @ParameterizedTest
    @EnumSource(value = CoreTraceStatus.class, names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
    void ct04NeverChangesHowATraceEnded(CoreTraceStatus end) {
        String id = traces.begin(pulse("run-1")).id();
        CoreTrace ended = traces.end(id, end, "over", null);
        clock.pass(Duration.ofMinutes(1));

        assertThat(traces.end(id, end, "over again", null)).isEqualTo(ended);
        for (CoreTraceStatus other : CoreTraceStatus.values()) {
            if (other != end && other != CoreTraceStatus.RUNNING) {
                assertThatThrownBy(() -> traces.end(id, other, "otherwise", null))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("Cannot end core trace '" + id + "' as " + other + ": it ended as " + end);
            }
        }
        assertThatThrownBy(() -> traces.end(id, CoreTraceStatus.RUNNING, "", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(traces.begin(pulse("run-1")).status()).isEqualTo(end);
    }

    @Test
    void ct05EndsWhatACrashLeftRunning() {
        String lost = traces.begin(pulse("run-1")).id();
        String goesOn = traces.begin(pulse("run-2")).id();
        String other = traces.begin(
                        draft("p1", "w1", CoreSurface.SUBCONSCIOUS, CoreTraceKind.SUBCONSCIOUS_CYCLE, "run-3"))
                .id();

        assertThat(traces.recover(CoreSurface.HEARTBEAT, List.of("run-2"), "the host stopped"))
                .containsExactly(lost);

        assertThat(status(lost)).isEqualTo(CoreTraceStatus.FAILED);
        assertThat(traces.find(lost).orElseThrow().trace().error()).isEqualTo("the host stopped");
        assertThat(status(goesOn)).isEqualTo(CoreTraceStatus.RUNNING);
        assertThat(status(other)).isEqualTo(CoreTraceStatus.RUNNING);
        assertThat(traces.recover(CoreSurface.HEARTBEAT, List.of("run-2"), "again"))
                .isEmpty();
    }

    private CoreTraceStatus status(String id) {
        return traces.find(id).orElseThrow().trace().status();
    }

    @Test
    void ct06JoinsTheResultOfTheTaskAndTheWordOfTheUser() {
        String id = traces.begin(pulse("run-1")).id();
        traces.task(id, "x1");
        traces.task(id, "x2");
        traces.end(id, CoreTraceStatus.COMPLETED, "dispatched", null);

        assertThat(traces.join("x1", "succeeded", null)).map(CoreTrace::result).contains("succeeded");
        assertThat(traces.join("x1", null, "acted")).hasValueSatisfying(trace -> {
            assertThat(trace.result()).isEqualTo("succeeded");
            assertThat(trace.response()).isEqualTo("acted");
        });
        assertThat(traces.join("x2", "failed", null)).isEmpty();
        assertThat(traces.respond(id, "dismissed")).map(CoreTrace::response).contains("dismissed");
    }

    @Test
    void w6ACycleKnowsHowItsWorkEndedAndWhatTheUserSaidOfIt() {
        String id = traces.begin(pulse("run-1")).id();
        traces.task(id, "x1");
        traces.end(id, CoreTraceStatus.COMPLETED, "dispatched", null);

        traces.join("x1", "failed", null);
        traces.respond(id, "dismissed");

        CoreTrace cycle = traces.find(id).orElseThrow().trace();
        assertThat(cycle.status()).isEqualTo(CoreTraceStatus.COMPLETED);
        assertThat(cycle.result()).isEqualTo("failed");
        assertThat(cycle.response()).isEqualTo("dismissed");
    }

    @Test
    void w7ARunIsOneTraceHoweverOftenItBeginsAndACrashLeavesNoneRunning() {
        String first = traces.begin(pulse("run-1")).id();
        String again = traces.begin(pulse("run-1")).id();

        traces.recover(CoreSurface.HEARTBEAT, List.of(), "the host stopped");
        traces.recover(CoreSurface.HEARTBEAT, List.of(), "the host stopped");

        assertThat(again).isEqualTo(first);
        assertThat(traces.list(CoreTraces.Filter.ALL, ALL).rows())
                .singleElement()
                .satisfies(trace -> assertThat(trace.status()).isEqualTo(CoreTraceStatus.FAILED));
    }

    @ParameterizedTest
    @EnumSource(CoreTraceKind.class)
    void w12KeepsACycleOfEveryKindUnderTheOneThatLedToIt(CoreTraceKind kind) {
        String parent = traces.begin(pulse("run-1")).id();
        CoreTraceDraft child = new CoreTraceDraft("p1", "w1", null, CoreSurface.MEMORY, kind, "run-2", parent);

        String id = traces.begin(child).id();
        traces.step(id, "a", CorePhase.GATE, "gate.verdict", "passed", Map.of("verdict", "PASS"));

        assertThat(traces.find(parent).orElseThrow().children()).containsExactly(id);
        CoreTrace.Whole whole = traces.find(id).orElseThrow();
        assertThat(whole.trace().draft().kind()).isEqualTo(kind);
        assertThat(whole.trace().draft().parentId()).isEqualTo(parent);
        assertThat(whole.events()).singleElement().satisfies(event -> assertThat(event.details())
                .containsEntry("verdict", "PASS"));
    }

    @Test
    void keepsACycleThatEndedAtOnce() {
        CoreTrace.Event gated = new CoreTrace.Event(
                CorePhase.GATING, "heartbeat.gated", "asleep", Map.of("password", "hunter2"), clock.instant());

        CoreTrace trace = traces.whole(pulse("run-1"), List.of(gated), CoreTraceStatus.COMPLETED, "idle", null);
        traces.whole(pulse("run-1"), List.of(gated), CoreTraceStatus.COMPLETED, "idle", null);

        assertThat(trace.completedAt()).isEqualTo(clock.instant());
        assertThat(traces.find(trace.id()).orElseThrow().events())
                .extracting(CoreTrace.Event::details)
                .containsExactly(Map.of("password", "[REDACTED]"));
    }

    @Test
    void listsTheNewestFirstByWhatIsWanted() {
        traces.begin(pulse("run-1"));
        traces.begin(draft("p2", "w2", CoreSurface.SUBCONSCIOUS, CoreTraceKind.SUBCONSCIOUS_CYCLE, "run-2"));
        traces.end(traces.begin(pulse("run-3")).id(), CoreTraceStatus.FAILED, "no", "broken");

        assertThat(runs(CoreTraces.Filter.ALL)).containsExactly("run-3", "run-2", "run-1");
        assertThat(runs(CoreTraces.Filter.ofProfile("p1"))).containsExactly("run-3", "run-1");
        assertThat(runs(new CoreTraces.Filter(null, "w2", null, null, null))).containsExactly("run-2");
        assertThat(runs(new CoreTraces.Filter(null, null, "agent_role:r2", null, null)))
                .isEmpty();
        assertThat(runs(new CoreTraces.Filter(null, null, null, CoreTraceKind.PULSE_CYCLE, CoreTraceStatus.FAILED)))
                .containsExactly("run-3");
    }

    private List<String> runs(CoreTraces.Filter filter) {
        return traces.list(filter, ALL).rows().stream()
                .map(trace -> trace.draft().runId())
                .toList();
    }

    @Test
    void refusesStepsOfATraceThatIsNotThere() {
        assertThatThrownBy(() -> traces.step("heartbeat:none", "a", CorePhase.START, "x", "y", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no core trace 'heartbeat:none'");
        assertThatThrownBy(() -> traces.task("heartbeat:none", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> traces.end("heartbeat:none", CoreTraceStatus.FAILED, "x", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsAndCleansWhatItKeeps() {
        String id = traces.begin(pulse("run-1")).id();
        traces.step(id, "a", CorePhase.ERROR, "heartbeat.error", "x".repeat(5_000), Map.of("long", "y".repeat(5_000)));
        traces.end(id, CoreTraceStatus.FAILED, "over", "token ghp_" + "a1B2".repeat(9));

        CoreTrace.Whole whole = traces.find(id).orElseThrow();
        assertThat(whole.events().get(0).summary())
                .hasSize(Words.LONGEST_SUMMARY)
                .endsWith("…");
        assertThat(whole.events().get(0).details().get("long")).hasSize(Words.LONGEST_DETAIL);
        assertThat(whole.trace().error()).doesNotContain("a1B2a1B2");
    }

    @Test
    void takesWordsBackFromEveryText() {
        String id = traces.begin(pulse("run-1")).id();
        traces.step(id, "a", CorePhase.DECISION, "x", "Berta is ill", Map.of("why", "Berta is ill today"));
        traces.end(id, CoreTraceStatus.COMPLETED, "Berta is ill", null);
        String elsewhere = traces.begin(draft("p2", "w2", CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "run-2"))
                .id();
        traces.end(elsewhere, CoreTraceStatus.COMPLETED, "Berta is ill", null);

        int changed = new CoreForgetting(database).forget(Scope.ofWorkspace("w1"), List.of(), List.of("Berta is ill"));

        assertThat(changed).isEqualTo(3);
        assertThat(traces.find(id).orElseThrow().toString()).doesNotContain("Berta");
        assertThat(traces.find(elsewhere).orElseThrow().trace().summary()).isEqualTo("Berta is ill");
    }
}
