package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.memory.ExternalState;
import tacit.api.memory.ExternalTurn;
import tacit.api.store.Scope;
import tacit.runtime.testkit.FakeExternals;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.openapi.Conformance;

class ExternalResourcesTest {

    private final FakeExternals memories = new FakeExternals();
    private final ListAuditLog audit = new ListAuditLog();
    private final ExternalResource status = new ExternalResource();
    private final HttpResource check = new ExternalCheckResource(memories, audit);
    private final HttpResource turn = new ExternalTurnResource(memories);

    @BeforeEach
    void configure() {
        memories.state = new ExternalState(
                true, true, Instant.EPOCH, new TreeMap<>(Map.of("keyConfigured", "true", "threshold", "0.55")));
        status.memories = memories;
    }

    @Test
    void sm04ShowsSettingsAndStateWithoutAKey() {
        JsonNode far = Conformance.checked(status, status.handle(FakeCall.json("")))
                .path("memories")
                .path(0);

        assertThat(far.path("id").asText()).isEqualTo("far");
        assertThat(far.path("breaker").asText()).isEqualTo("open");
        assertThat(far.path("pausedUntil").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(far.path("waitingDeletions").asInt()).isEqualTo(4);
        assertThat(far.path("settings").path("keyConfigured").asText()).isEqualTo("true");
        assertThat(far.path("settings").has("apiKey")).isFalse();
    }

    @Test
    void answersAnEmptyListWhereNoneIsConfigured() {
        status.memories = null;

        assertThat(Conformance.answer(status, FakeCall.json("")).toString()).isEqualTo("{\"memories\":[]}");
    }

    @Test
    void isForOperatorsOfTheHost() {
        assertThat(List.of(status, check))
                .allSatisfy(resource -> assertThat(resource.role()).contains(AccessRole.OPERATOR));
        assertProblem(403, status, FakeCall.json("").in(Scope.ofWorkspace("other")));
        assertProblem(403, check, FakeCall.json("").at("id", "far").in(Scope.ofWorkspace("other")));
    }

    @Test
    void triesOneWithTheAuditLogFirst() {
        JsonNode answer =
                Conformance.checked(check, check.handle(FakeCall.json("").at("id", "far")));

        assertThat(answer.path("result").asText()).isEqualTo("It answers");
        assertThat(audit.entries).hasSize(1);
        assertProblem(404, check, FakeCall.json("").at("id", "near"));
        assertThat(memories.asked).containsExactly("check far");
    }

    @Test
    void takesWhatATurnAndASessionLeave() {
        JsonNode sent = Conformance.checked(
                turn,
                turn.handle(FakeCall.json(
                                "{\"memories\":[\"Likes tea\"],\"taskId\":\"t1\",\"sessionId\":\"s1\",\"userId\":\"ada\"}")
                        .at("what", "turn")));
        turn.handle(FakeCall.json("{\"summary\":\"Talked about tea\"}").at("what", "session"));

        assertThat(sent.path("sent").asInt()).isEqualTo(1);
        assertThat(memories.turns)
                .containsExactly(
                        new ExternalTurn("default", "ada", "t1", "s1", List.of("Likes tea")),
                        new ExternalTurn("default", null, null, null, List.of("Talked about tea")));
        assertThat(memories.asked).containsExactly("session");
    }

    @Test
    void refusesWhatIsNoTurn() {
        assertProblem(404, turn, FakeCall.json("{}").at("what", "day"));
        assertProblem(400, turn, FakeCall.json("{}").at("what", "turn"));
        assertProblem(
                400,
                turn,
                FakeCall.json("{\"memories\":[\"a\"],\"mood\":\"good\"}").at("what", "turn"));
        assertProblem(400, turn, FakeCall.json("{}").at("what", "session"));
        assertProblem(
                400,
                turn,
                FakeCall.json("{\"memories\":[\"a\"" + ",\"a\"".repeat(10) + "]}")
                        .at("what", "turn"));
        assertThat(memories.turns).isEmpty();
    }

    private static void assertProblem(int status, HttpResource resource, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }
}
