package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpProblem;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.store.Scope;
import tacit.runtime.testkit.FakeGate;
import tacit.runtime.testkit.openapi.Conformance;

class WriteReviewResourceTest {

    private final FakeGate gate = new FakeGate();
    private final WriteReviewResource resource = new WriteReviewResource(gate);

    @ParameterizedTest
    @CsvSource({
        "approve, '', approve w1 ann null, applied",
        "approve, '{\"resolution\":\"fine\"}', approve w1 ann fine, applied",
        "edit, '{\"text\":\"Likes milk\"}', edit w1 ann null Likes milk, applied",
        "reject, '{\"resolution\":\"no\"}', reject w1 ann no, rejected"
    })
    void reviewsInTheNameOfTheToken(String review, String body, String act, String status) {
        JsonNode answer = Conformance.checked(resource, resource.handle(call("w1", review, body)));

        assertThat(gate.done).containsExactly(act);
        assertThat(answer.get("status").textValue()).isEqualTo(status);
    }

    @Test
    void isForOperatorsOnly() {
        assertThat(resource.role()).contains(AccessRole.OPERATOR);
        assertThat(new WritesResource(gate).role()).contains(AccessRole.READER);
    }

    @Test
    void refusesWhatIsUnknownElsewhereOrReviewed() {
        assertProblem(404, call("w2", "approve", ""));
        assertProblem(404, call("w1", "burn", ""));
        assertProblem(404, call("w1", "approve", "").in(Scope.ofWorkspace("other")));
        assertProblem(400, call("w1", "edit", "{\"text\":\" \"}"));
        assertProblem(400, call("w1", "approve", "{\"text\":\"x\"}"));
        gate.status = Status.REJECTED;
        assertProblem(409, call("w1", "approve", ""));
        assertThat(gate.done).isEmpty();
    }

    @Test
    void passesOnWhyTheGateRefuses() {
        gate.refusal = new IllegalArgumentException("text must not be blank");
        assertProblem(400, call("w1", "approve", ""));
        gate.refusal = new IllegalStateException("nothing writes there");
        assertProblem(409, call("w1", "approve", ""));
    }

    @Test
    void listsByStatus() {
        WritesResource list = new WritesResource(gate);

        JsonNode row = Conformance.checked(list, list.handle(FakeCall.json("").asking("status", "pending")))
                .get("rows")
                .get(0);

        assertThat(row.get("summary").textValue()).isEqualTo("curated add: Likes tea");
        assertThat(row.get("payload").get("content").textValue()).isEqualTo("Likes tea");
        assertThat(row.get("risk").doubleValue()).isEqualTo(0.45);
        assertThat(Conformance.checked(list, list.handle(FakeCall.json("").asking("status", "failed")))
                        .get("rows"))
                .isEmpty();
        assertThatThrownBy(() -> list.handle(FakeCall.json("").asking("status", "soon")))
                .isInstanceOf(HttpProblem.class);
    }

    private void assertProblem(int status, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    private static FakeCall call(String id, String review, String body) {
        return FakeCall.json(body).at("id", id).at("review", review);
    }
}
