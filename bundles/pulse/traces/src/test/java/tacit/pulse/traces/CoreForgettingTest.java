package tacit.pulse.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.Learning;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class CoreForgettingTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope HOME = Scope.ofWorkspace("w1");

    private final Database database;
    private SqlCoreTraces traces;
    private SqlLearningsLog log;
    private CoreForgetting forgetting;

    CoreForgettingTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        MovingClock clock = new MovingClock();
        traces = new SqlCoreTraces(database, new PatternRedactor(), clock);
        log = new SqlLearningsLog(database, new PatternRedactor(), clock);
        forgetting = new CoreForgetting(database);
    }

    private String cycle(String profile, String workspace, String words) {
        CoreTraceDraft draft = new CoreTraceDraft(
                profile, workspace, null, CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "run-" + profile, null);
        String id = traces.begin(draft).id();
        traces.step(id, "a", CorePhase.DECISION, "x", words, Map.of("why", words));
        traces.end(id, CoreTraceStatus.FAILED, words, words);
        return id;
    }

    private String all() {
        return traces.list(tacit.api.pulse.CoreTraces.Filter.ALL, PageRequest.first(99)).rows().stream()
                        .map(trace -> traces.find(trace.id()).orElseThrow().toString())
                        .collect(Collectors.joining())
                + log.list(null, null, null, PageRequest.first(99)).rows();
    }

    @Test
    void takesPiecesFromCyclesAndLearningsAndFromThoseOfNoWorkspace() {
        cycle("p1", "w1", "violet GIRAFFE of mombasa sings before…");
        cycle("p2", null, SECRET);
        log.add("p1", "w1", Learning.Kind.DREAM, "k1", "It dreamt: " + SECRET, null, null);
        log.add("p1", null, Learning.Kind.DREAM, "k2", "It dreamt: " + SECRET, null, null);

        assertThat(forgetting.forget(HOME, List.of(), List.of(SECRET))).isEqualTo(10);

        assertThat(all()).doesNotContainIgnoringCase("giraffe").contains("It dreamt: [deleted sha256:");
    }

    @Test
    void takesWhatQuotesAUserAndNothingOfAnotherWorkspace() {
        cycle("p1", "w1", "Told: " + SECRET);
        String other = cycle("p2", "w1", "All is well here today, as it was");
        String elsewhere = cycle("p3", "w2", SECRET);

        assertThat(forgetting.forgetUser(new Scope("w1", "nora"))).isZero();
        assertThat(forgetting.forgetQuotes(HOME, List.of(SECRET))).isEqualTo(4);

        assertThat(traces.find(other).orElseThrow().trace().summary()).startsWith("All is well");
        assertThat(traces.find(elsewhere).orElseThrow().trace().summary()).isEqualTo(SECRET);
    }

    @Test
    void refersToTheProfileOfACycleOrALearning() {
        cycle("p1", "w1", "x");
        log.add("p2", null, Learning.Kind.DREAM, "k2", "It dreamt", null, null);

        assertThat(List.of("p1", "p2")).allMatch(this::refers);
        assertThat(refers("p3")).isFalse();
    }

    private boolean refers(String profile) {
        return database.write(session -> forgetting.refersTo(session, profile));
    }
}
