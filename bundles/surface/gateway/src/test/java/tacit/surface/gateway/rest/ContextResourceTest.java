package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.experiment.Arms;
import tacit.api.http.HttpProblem;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryOutcomes;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class ContextResourceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final FakeContexts contexts = new FakeContexts();
    private final ContextResource resource = new ContextResource(contexts, Clock.fixed(NOW, ZoneOffset.UTC), null);

    @Test
    void answersAnEnvelopeWithEveryField() {
        JsonNode envelope = Conformance.checked(
                resource,
                resource.handle(
                        FakeCall.json("{\"task\":\"find it\",\"agent\":\"a\",\"sessionId\":\"s\",\"userId\":\"u\","
                                + "\"channel\":\"c\",\"budgetTokens\":500}")));

        Set<String> names = new TreeSet<>();
        envelope.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "attribution",
                        "blocks",
                        "budget",
                        "budgets",
                        "contextId",
                        "explanations",
                        "generation",
                        "tokens");
        assertThat(envelope.get("blocks").get(0).toString())
                .isEqualTo("{\"kind\":\"hot_memory\",\"text\":\"Likes tea\",\"tokens\":3,\"sources\":[\"m1\"],"
                        + "\"pieces\":[{\"begin\":0,\"end\":9,\"source\":\"curated\",\"subject\":\"c1\","
                        + "\"memories\":[\"m1\"]}]}");
        assertThat(envelope.get("budget").asInt()).isEqualTo(500);
        assertThat(envelope.get("generation").isNull()).isTrue();
    }

    @Test
    void notesWhichMemoriesTheContextHeld() {
        List<String> noted = new ArrayList<>();
        resource.outcomes = new NotedOutcomes(noted);

        JsonNode envelope = Conformance.checked(
                resource, resource.handle(FakeCall.json("{\"task\":\"x\"}").in(new Scope("w", "ada"))));

        assertThat(noted)
                .containsExactly("Scope[workspaceId=w, userId=ada] "
                        + envelope.get("contextId").asText() + " [m1]");
    }

    /** Keeps what it is told. */
    private record NotedOutcomes(List<String> noted) implements MemoryOutcomes {

        @Override
        public void shown(Scope scope, String contextId, Collection<String> memoryIds) {
            noted.add(scope + " " + contextId + " " + memoryIds);
        }

        @Override
        public Optional<Helpfulness> of(Scope scope, String memoryId) {
            return Optional.empty();
        }

        @Override
        public Page<Helpfulness> list(Scope scope, PageRequest page) {
            return new Page<>(List.of(), page.offset(), 0);
        }
    }

    @Test
    void explainsWhatIsThereAndWhoIsMissing() {
        JsonNode explanations = Conformance.checked(resource, resource.handle(FakeCall.json("{\"task\":\"x\"}")))
                .get("explanations");

        assertThat(explanations.get(0).get("decision").asText()).isEqualTo("kept");
        assertThat(explanations.get(0).get("parts").get("relevance").asDouble()).isEqualTo(0.4);
        assertThat(explanations.get(1).toString())
                .isEqualTo("{\"subject\":\"graph\",\"decision\":\"missing\",\"reason\":\"It failed\"}");
    }

    @Test
    void asksForTheAudienceOfTheRequestWithinTheToken() {
        resource.handle(FakeCall.json("{\"task\":\"x\",\"audience\":\"group\",\"channel\":\"slack\",\"role\":\"r\"}")
                .in(new Scope("w", "ada")));

        assertThat(contexts.asked.get(0).workspaceId()).isEqualTo("w");
        assertThat(contexts.asked.get(0).now()).isEqualTo(NOW);
        assertThat(contexts.asked.get(0).audience())
                .isEqualTo(new Audience(Audience.Kind.GROUP, "ada", "slack", "r", false));
        assertThat(contexts.budgets).containsExactly(2000);
    }

    @Test
    void refusesAnotherUserThanTheTokens() {
        FakeCall call = FakeCall.json("{\"task\":\"x\",\"userId\":\"bo\"}").in(new Scope("w", "ada"));

        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(403);
    }

    @Test
    void refusesAnotherWorkspaceThanTheTokens() {
        Scope scope = new Scope("w", null);
        FakeCall same = FakeCall.json("{\"task\":\"x\",\"workspaceId\":\"w\"}").in(scope);
        FakeCall other = FakeCall.json("{\"task\":\"x\",\"workspaceId\":\"v\"}").in(scope);

        assertThat(resource.handle(same).status()).isEqualTo(200);
        assertThatThrownBy(() -> resource.handle(other))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(403);
        assertThat(contexts.asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"false, , true", "true, , false", "true, true, true", "false, false, false"})
    void ar52RetainsMemoryForMainTasksOrWhereAsked(boolean subAgent, @Nullable Boolean wanted, boolean retains) {
        assertThat(ContextQuestion.retains(subAgent, Optional.ofNullable(wanted)))
                .isEqualTo(retains);
    }

    @Test
    void ar52AsksNoMemoryForASubAgentThatDoesNotRetainIt() {
        JsonNode envelope =
                Conformance.checked(resource, resource.handle(FakeCall.json("{\"task\":\"x\",\"subAgent\":true}")));

        assertThat(contexts.asked).isEmpty();
        assertThat(envelope.get("blocks")).isEmpty();
    }

    @Test
    void givesEachContextAnIdOfItsOwn() {
        FakeCall call = FakeCall.json("{\"task\":\"x\"}");

        String first = Conformance.checked(resource, resource.handle(call))
                .get("contextId")
                .asText();
        String second = Conformance.checked(resource, resource.handle(call))
                .get("contextId")
                .asText();

        assertThat(first).isNotEqualTo(second).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"task\":\"\"}",
                "{\"task\":1}",
                "{\"task\":\"x\",\"budgetTokens\":0}",
                "{\"task\":\"x\",\"budgetTokens\":1.5}",
                "{\"task\":\"x\",\"budgetTokens\":\"9\"}",
                "{\"task\":\"x\",\"agent\":[]}",
                "{\"task\":\"x\",\"audience\":\"all\"}",
                "{\"task\":\"x\",\"subAgent\":\"yes\"}",
                "{\"task\":\"x\",\"retainMemory\":1}",
                "{\"task\":\"x\",\"tools\":[]}"
            })
    void refusesABadQuestion(String body) {
        assertThatThrownBy(() -> resource.handle(FakeCall.json(body)))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(400);
    }

    @Test
    void isServedByTheArmOfItsProfileUserOrSession() {
        ListArms arms = new ListArms();
        resource.arms = arms;

        resource.handle(FakeCall.json("{\"task\":\"x\",\"sessionId\":\"s\"}"));
        resource.handle(FakeCall.json("{\"task\":\"x\",\"sessionId\":\"s\",\"userId\":\"u\"}"));
        resource.handle(FakeCall.json("{\"task\":\"x\",\"sessionId\":\"s\",\"userId\":\"u\",\"profileId\":\"p\"}"));
        resource.handle(FakeCall.json("{\"task\":\"x\"}"));

        assertThat(arms.served).containsExactly("default session s", "default user u", "default profile p");
        assertThat(contexts.asked).hasSize(4);
    }

    @Test
    void isServedByTheTrialThatItNames() {
        ListArms arms = new ListArms();
        resource.arms = arms;

        resource.handle(FakeCall.json("{\"task\":\"x\",\"sessionId\":\"s\"}").naming("X-Tacit-Trial", "blue"));

        assertThat(arms.served).isEmpty();
        assertThat(contexts.asked).hasSize(1);
    }

    /** Remembers whom it served. */
    private static final class ListArms implements Arms {

        private final List<String> served = new ArrayList<>();

        @Override
        public <T> T serve(String workspaceId, @Nullable String unit, Callable<T> work) throws Exception {
            served.add(workspaceId + " " + unit);
            return work.call();
        }
    }
}
