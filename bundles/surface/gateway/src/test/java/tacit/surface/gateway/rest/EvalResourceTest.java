package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureCluster;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class EvalResourceTest {

    private final HttpResource resource = new EvalResource(new OneCase());

    @Test
    void answersOneCase() {
        assertThat(Conformance.checked(
                                resource, resource.handle(FakeCall.json("").at("id", "e1")))
                        .get("title")
                        .textValue())
                .isEqualTo("Does not happen again");
    }

    @Test
    void saysThatThereIsNoSuchCase() {
        assertProblem(404, FakeCall.json("").at("id", "e2"));
        assertProblem(404, FakeCall.json("").at("id", "e1").in(Scope.ofWorkspace("other")));
        assertProblem(400, FakeCall.json("").at("id", "e1").asking("limit", "1"));
    }

    private void assertProblem(int status, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    private static final class OneCase implements EvalCases {

        @Override
        public Optional<EvalCase> find(Scope scope, String caseId) {
            EvalCase one = new EvalCase(
                    "e1",
                    "c1",
                    "Does not happen again",
                    Map.of("type", "no_failure"),
                    List.of("t1"),
                    List.of("t2"),
                    "time",
                    Instant.EPOCH);
            return Optional.of(one)
                    .filter(held -> caseId.equals("e1") && scope.workspaceId().equals("default"));
        }

        @Override
        public List<EvalCase> refresh(Scope scope, List<FailureCluster> clusters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<EvalCase> list(Scope scope, PageRequest page) {
            throw new UnsupportedOperationException();
        }
    }
}
