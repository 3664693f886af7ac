package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.http.HttpProblem;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.Learning;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.traces.SqlCoreTraces;
import tacit.pulse.traces.SqlLearningsLog;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.openapi.Conformance;

@EachDatabase
class CoreResourcesTest {

    private SqlCoreTraces traces;
    private SqlLearningsLog learnings;

    @BeforeEach
    void open(Database database) {
        MovingClock clock = new MovingClock();
        traces = new SqlCoreTraces(database, new PatternRedactor(), clock);
        learnings = new SqlLearningsLog(database, new PatternRedactor(), clock);
        begin("default", "run-1");
        begin("other", "run-2");
    }

    private void begin(String workspace, String run) {
        String id = traces.begin(new CoreTraceDraft(
                        "p1", workspace, "agent_role:r1", CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, run, null))
                .id();
        traces.step(id, "a", CorePhase.DECISION, "heartbeat.idle", "nothing to do", Map.of("rule", "nothing"));
        learnings.add("p1", workspace, Learning.Kind.MEMORY, run, "Learnt in " + run, id, null);
    }

    @Test
    void listsCyclesOfTheOwnWorkspace() {
        JsonNode page = Conformance.answer(new CoreTracesResource(traces), new FakeCall());

        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.get("rows").get(0).get("runId").asText()).isEqualTo("run-1");
        assertThat(page.get("rows").get(0).get("traceKind").asText()).isEqualTo("pulse_cycle");
    }

    @Test
    void filtersCycles() {
        traces.end("heartbeat:run-1", CoreTraceStatus.COMPLETED, "idle", null);
        CoreTracesResource resource = new CoreTracesResource(traces);

        assertThat(total(resource, new FakeCall().asking("status", "completed")))
                .isEqualTo(1);
        assertThat(total(resource, new FakeCall().asking("status", "failed"))).isZero();
        assertThat(total(resource, new FakeCall().asking("kind", "dream_distill")))
                .isZero();
        assertThat(total(resource, new FakeCall().asking("profileId", "p2"))).isZero();
        assertThatThrownBy(() -> resource.handle(new FakeCall().asking("kind", "none")))
                .isInstanceOf(HttpProblem.class);
    }

    private static int total(CoreTracesResource resource, FakeCall call) {
        return Conformance.checked(resource, resource.handle(call)).get("total").asInt();
    }

    @Test
    void showsACycleWithItsSteps() {
        CoreTraceResource resource = new CoreTraceResource(traces);

        JsonNode trace = Conformance.checked(resource, resource.handle(new FakeCall().at("id", "heartbeat:run-1")));

        assertThat(trace.get("events").get(0).get("eventType").asText()).isEqualTo("heartbeat.idle");
        assertThat(trace.get("events").get(0).get("details").get("rule").asText())
                .isEqualTo("nothing");
        assertThatThrownBy(() -> resource.handle(new FakeCall().at("id", "heartbeat:run-2")))
                .hasMessage("No such core trace in the workspace of the token");
    }

    @Test
    void listsWhatWasLearntInTheOwnWorkspace() {
        LearningsResource resource = new LearningsResource(learnings);

        assertThat(Conformance.answer(resource, new FakeCall()).toString())
                .contains("Learnt in run-1")
                .doesNotContain("run-2");
        assertThat(Conformance.answer(resource, new FakeCall().in(Scope.ofWorkspace("other")))
                        .toString())
                .contains("Learnt in run-2")
                .doesNotContain("run-1");
        assertThat(Conformance.checked(resource, resource.handle(new FakeCall().asking("kind", "dream")))
                        .get("total")
                        .asInt())
                .isZero();
    }
}
