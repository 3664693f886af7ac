package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class MemoryResourcesTest {

    private final FakeMemories memories = new FakeMemories();
    private final List<String> audited = new ArrayList<>();
    private final HttpResource list = new MemoriesResource(memories);
    private final HttpResource one = new MemoryResource(memories);
    private final HttpResource forget = new MemoryForgetResource(memories, new ListAudit());

    @ParameterizedTest
    @CsvSource({"layer,profile,1", "layer,archive,0", "state,active,1", "state,archived,0", "kind,note,0"})
    void listsWhatIsAskedFor(String name, String value, int rows) {
        JsonNode answer =
                Conformance.checked(list, list.handle(FakeCall.json("").asking(name, value)));

        assertThat(answer.get("rows")).hasSize(rows);
        assertThat(answer.get("total").intValue()).isEqualTo(rows);
    }

    @Test
    void answersAMemoryWithItsEvidenceAndHistory() {
        JsonNode answer = Conformance.checked(one, one.handle(at("m1")));

        assertThat(answer.get("text").textValue()).isEqualTo("Likes tea");
        assertThat(answer.get("scope").get("id").textValue()).isEqualTo("nora");
        assertThat(answer.get("evidence").get(0).get("kind").textValue()).isEqualTo("trace");
        assertThat(answer.get("history")).hasSize(1);
    }

    @Test
    void forgetsAMemoryAndSaysSoFirstByItsId() {
        JsonNode answer = Conformance.checked(forget, forget.handle(at("m1").asking("withEvidence", "true")));

        assertThat(answer.get("forgotten").intValue()).isEqualTo(1);
        assertThat(memories.deleted).containsExactly("[m1] true");
        assertThat(audited)
                .singleElement()
                .asString()
                .startsWith("ann memory.forget m1")
                .doesNotContain("tea");
    }

    @Test
    void keepsTheEvidenceUnlessItIsAskedFor() {
        forget.handle(at("m1"));

        assertThat(memories.deleted).containsExactly("[m1] false");
    }

    @Test
    void refusesWhatIsUnknownOrElsewhere() {
        assertProblem(404, one, at("m2"));
        assertProblem(404, forget, at("m2"));
        assertProblem(404, forget, at("m1").in(Scope.ofWorkspace("other")));
        assertProblem(404, forget, at("everywhere").in(Scope.ofWorkspace("other")));
        assertProblem(400, forget, at("m1").asking("withEvidence", "perhaps"));
        assertProblem(400, list, FakeCall.json("").asking("color", "red"));
        assertThat(audited).isEmpty();
        assertThat(memories.deleted).isEmpty();
    }

    @Test
    void saysThatSomebodyCouldNotBeToldYet() {
        memories.refusal = new IllegalStateException("Cannot remove every copy");

        assertProblem(503, forget, at("m1"));
        assertThat(audited).hasSize(1);
    }

    @Test
    void letsReadersReadAndOperatorsForget() {
        assertThat(list.role()).contains(AccessRole.READER);
        assertThat(one.role()).contains(AccessRole.READER);
        assertThat(forget.role()).contains(AccessRole.OPERATOR);
    }

    private static FakeCall at(String id) {
        return FakeCall.json("").at("id", id);
    }

    private static void assertProblem(int status, HttpResource resource, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    private final class ListAudit implements AuditLog {

        @Override
        public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
            audited.add(actor + " " + action + " " + subject + " " + details);
            return new AuditEntry(audited.size(), Instant.EPOCH, actor, action, subject, details);
        }

        @Override
        public Page<AuditEntry> list(PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }
    }
}
