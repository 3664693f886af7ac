package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tacit.api.http.HttpProblem;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class ContextPreviewResourceTest {

    private final FakeContexts contexts = new FakeContexts();
    private final ContextPreviewResource resource =
            new ContextPreviewResource(contexts, Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void showsEachLayer() {
        assertThat(Conformance.answer(resource, new FakeCall()).toString())
                .isEqualTo("{\"layers\":[{\"layer\":\"L0\",\"title\":\"Identity\",\"includedText\":\"in\","
                        + "\"excludedText\":\"out\",\"usedTokens\":1,\"budgetTokens\":990,\"excludedCount\":1,"
                        + "\"injectedByDefault\":true}]}");
        assertThat(contexts.budgets).containsExactly(1800);
    }

    @Test
    void asksForTheTaskAndTheAudienceWithinTheToken() {
        FakeCall call =
                new FakeCall().asking("task", "x").asking("audience", "public").in(new Scope("w", "ada"));

        resource.handle(call);

        assertThat(contexts.asked.get(0).task()).isEqualTo("x");
        assertThat(contexts.asked.get(0).audience())
                .isEqualTo(new Audience(Audience.Kind.PUBLIC, "ada", null, null, false));
    }

    @Test
    void refusesAnAudienceOrAParameterThatItDoesNotKnow() {
        assertThatThrownBy(() -> resource.handle(new FakeCall().asking("audience", "all")))
                .isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> resource.handle(new FakeCall().asking("limit", "5")))
                .isInstanceOf(HttpProblem.class);
    }
}
