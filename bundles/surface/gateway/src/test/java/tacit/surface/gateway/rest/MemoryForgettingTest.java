package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class MemoryForgettingTest {

    private final FakeForgetting forgetting = new FakeForgetting();
    private final HttpResource preview = new MemoryUserResource(forgetting);
    private final HttpResource forget = new MemoryUserForgetResource(forgetting);
    private final HttpResource purge = new MemoryPurgeResource(forgetting);

    @Test
    void tellsWhatWouldGoAndForgetsByTheMethod() {
        JsonNode before = Conformance.checked(preview, preview.handle(nora()));
        JsonNode after = Conformance.checked(forget, forget.handle(nora()));

        assertThat(before.get("done").booleanValue()).isFalse();
        assertThat(before.get("places").get("memories/profile").longValue()).isEqualTo(7);
        assertThat(after.get("done").booleanValue()).isTrue();
        assertThat(forgetting.asked).containsExactly("preview nora", "forget nora by ann");
        assertThat(preview.method() + forget.method()).isEqualTo("GETDELETE");
        assertThat(preview.path()).isEqualTo(forget.path());
    }

    @Test
    void isForOperatorsOnly() {
        assertThat(List.of(preview, forget, purge))
                .allSatisfy(resource -> assertThat(resource.role()).contains(AccessRole.OPERATOR));
    }

    @Test
    void refusesAnotherUserThanTheTokens() {
        FakeCall ben = nora().in(new Scope(Scope.DEFAULT_WORKSPACE, "ben"));

        assertProblem(404, preview, ben);
        assertProblem(404, forget, ben);
        assertThat(forgetting.asked).isEmpty();
    }

    @Test
    void refusesParametersThatNothingReads() {
        assertProblem(400, forget, nora().asking("yes", "true"));
    }

    @Test
    void saysThatSomebodyCouldNotBeToldYet() {
        forgetting.refusal = new IllegalStateException("Cannot remove every copy");

        assertProblem(503, forget, nora());
    }

    @Test
    void purgesForOperatorsOfTheHost() {
        purge.handle(FakeCall.json(""));

        assertThat(forgetting.asked).containsExactly("purge by ann");
        assertProblem(403, purge, FakeCall.json("").in(Scope.ofWorkspace("other")));
    }

    private static FakeCall nora() {
        return FakeCall.json("").at("id", "nora");
    }

    private static void assertProblem(int status, HttpResource resource, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }
}
