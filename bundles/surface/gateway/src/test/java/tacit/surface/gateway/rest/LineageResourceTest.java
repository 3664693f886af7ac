package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.experiment.Lineage;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class LineageResourceTest {

    /** One trace with one failure, in one workspace. */
    private static final class OneTrace implements Lineage {

        final List<Question> asked = new ArrayList<>();

        @Override
        public Optional<View> of(Scope scope, Question question) {
            asked.add(question);
            Node start = new Node(Kind.TRACE, "t1", "Run of clerk", "failure", Instant.EPOCH);
            Node failure = new Node(Kind.FAILURE, "f1", "tool_error in trace t1", "medium", null);
            Level level = new Level(Kind.FAILURE, false, List.of(failure), 0, 3, List.of("One is not here"));
            return Optional.of(new View(start, List.of(level)))
                    .filter(view ->
                            question.id().equals("t1") && scope.workspaceId().equals("default"));
        }
    }

    private final OneTrace lineage = new OneTrace();
    private final LineageResource resource = new LineageResource(lineage);

    @Test
    void answersAChainToReaders() {
        JsonNode answer =
                Conformance.checked(resource, resource.handle(FakeCall.json("").at("id", "t1")));

        assertThat(resource.role()).contains(AccessRole.READER);
        assertThat(answer.at("/start/kind").textValue()).isEqualTo("trace");
        assertThat(answer.at("/start/at").textValue()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(answer.at("/levels/0/nodes/0/id").textValue()).isEqualTo("f1");
        assertThat(answer.at("/levels/0/nodes/0").has("at")).isFalse();
        assertThat(answer.at("/levels/0/links").intValue()).isEqualTo(3);
        assertThat(answer.at("/levels/0/missing/0").textValue()).isEqualTo("One is not here");
        assertThat(answer.at("/levels/0/before").booleanValue()).isFalse();
    }

    @Test
    void asksForTheKindAndPartThatTheAddressNames() {
        resource.handle(FakeCall.json("")
                .at("id", "t1")
                .asking("kind", "trace")
                .asking("level", "failure")
                .asking("offset", "20")
                .asking("limit", "5"));

        assertThat(lineage.asked)
                .containsExactly(new Lineage.Question("t1", Lineage.Kind.TRACE, 5, Lineage.Kind.FAILURE, 20));
    }

    @Test
    void refusesWhatIsNotThereOrMeansNothing() {
        assertProblem(404, FakeCall.json("").at("id", "t2"));
        assertProblem(404, FakeCall.json("").at("id", "t1").in(Scope.ofWorkspace("other")));
        assertProblem(400, FakeCall.json("").at("id", "t1").asking("offset", "5"));
        assertProblem(400, FakeCall.json("").at("id", "t1").asking("limit", "101"));
        assertProblem(400, FakeCall.json("").at("id", "t1").asking("kind", "hen"));
        assertProblem(400, FakeCall.json("").at("id", "t1").asking("depth", "2"));
    }

    private void assertProblem(int status, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }
}
