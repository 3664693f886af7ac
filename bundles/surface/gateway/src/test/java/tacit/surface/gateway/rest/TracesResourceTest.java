package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceSearch;
import tacit.runtime.testkit.openapi.Conformance;

class TracesResourceTest {

    private final List<Object> asked = new ArrayList<>();
    private final TracesResource resource = new TracesResource(new FakeTraceStore(), this::search);

    private TraceSearch.Found search(Scope scope, TraceFilter filter, String text, PageRequest page) {
        asked.addAll(List.of(scope, filter, text, page));
        return new TraceSearch.Found(new Page<>(List.of(Trace.builder("t1").build()), page.offset(), 1), 2_000, 9_000);
    }

    @Test
    void findsWordsWithinTheTokensScopeAndSaysHowFarItLooked() {
        JsonNode found = Conformance.checked(
                resource,
                resource.handle(new FakeCall()
                        .asking("q", "unknown column")
                        .asking("userId", "ada")
                        .asking("sessionId", "s1")
                        .asking("limit", "5")));

        assertThat(asked)
                .containsExactly(
                        new FakeCall().principal().scope(),
                        TraceFilter.ALL.of("ada", "s1"),
                        "unknown column",
                        PageRequest.first(5));
        assertThat(found.path("rows").get(0).path("id").asText()).isEqualTo("t1");
        assertThat(found.path("looked").asLong()).isEqualTo(2_000);
        assertThat(found.path("bounded").asBoolean()).isTrue();
        assertThat(found.path("total").asLong()).isEqualTo(1);
    }

    @Test
    void listsAndSaysNothingOfASearchWithoutWords() {
        JsonNode all = Conformance.checked(resource, resource.handle(new FakeCall().asking("q", "  ")));

        assertThat(asked).isEmpty();
        assertThat(all.has("looked")).isFalse();
        assertThat(all.path("rows").isArray()).isTrue();
    }
}
