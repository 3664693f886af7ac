package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.experiment.Arms;
import tacit.api.http.HttpProblem;
import tacit.api.model.ModelAnswer;
import tacit.api.model.ModelChoice;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

/** Which model an agent is told, by the resource of its own and with its context. */
class ModelResourceTest {

    private final List<ModelQuestion> asked = new ArrayList<>();
    private final SplitArms arms = new SplitArms();
    private @Nullable String set = "large-2";

    private final ModelChoice models = question -> {
        asked.add(question);
        String model = arms.candidate ? "huge-3" : set;
        return model == null ? ModelAnswer.own(question.own()) : ModelAnswer.of(model, "It is set for all");
    };
    private final ModelResource resource = new ModelResource(models, null);

    /** The candidate answers the user {@code bo}. */
    private static final class SplitArms implements Arms {

        private boolean candidate;

        @Override
        public <T> T serve(String workspaceId, @Nullable String unit, Callable<T> work) throws Exception {
            candidate = "user bo".equals(unit);
            try {
                return work.call();
            } finally {
                candidate = false;
            }
        }
    }

    private ContextResource contexts(FakeContexts contexts) {
        ContextResource made = new ContextResource(contexts, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), null);
        made.models = models;
        made.arms = arms;
        return made;
    }

    private static JsonNode ask(ContextResource contexts, String fields) {
        return Conformance.checked(contexts, contexts.handle(FakeCall.json("{\"task\":\"x\"" + fields + "}")));
    }

    @Test
    void answersTheModelAndWhyForAgents() {
        JsonNode answer = Conformance.checked(
                resource,
                resource.handle(
                        FakeCall.json(
                                "{\"purpose\":\"subagent\",\"agent\":\"a\",\"channel\":\"c\",\"taskKey\":\"t\",\"model\":\"small-1\"}")));

        assertThat(answer.toString())
                .isEqualTo(
                        "{\"model\":\"large-2\",\"chosen\":true,\"reason\":\"It is set for all\",\"generation\":null}");
        assertThat(asked).containsExactly(new ModelQuestion(ModelPurpose.SUBAGENT, "a", "c", "t", "small-1"));
        assertThat(resource.method() + " " + resource.path()).isEqualTo("POST /v1/model");
        assertThat(resource.role()).contains(AccessRole.AGENT);
    }

    @Test
    void saysThatTheCallersOwnStaysWhereNothingIsSet() {
        set = null;

        assertThat(Conformance.checked(resource, resource.handle(FakeCall.json("{\"model\":\"small-1\"}")))
                        .toString())
                .startsWith("{\"model\":\"small-1\",\"chosen\":false,");
        assertThat(Conformance.checked(resource, resource.handle(FakeCall.json("{}")))
                        .has("model"))
                .isFalse();
    }

    @Test
    void answersByTheArmOfTheCaller() {
        resource.arms = arms;

        assertThat(Conformance.checked(resource, resource.handle(FakeCall.json("{\"userId\":\"bo\"}")))
                        .get("model")
                        .asText())
                .isEqualTo("huge-3");
        assertThat(Conformance.checked(resource, resource.handle(FakeCall.json("{\"userId\":\"al\"}")))
                        .get("model")
                        .asText())
                .isEqualTo("large-2");
    }

    @Test
    void isServedByTheTrialThatItNames() {
        resource.arms = arms;

        JsonNode answer = Conformance.checked(
                resource, resource.handle(FakeCall.json("{\"userId\":\"bo\"}").naming("X-Tacit-Trial", "blue")));

        assertThat(answer.get("model").asText()).isEqualTo("large-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"purpose\":\"summary\"}", "{\"agent\":\"\"}", "{\"model\":7}", "{\"task\":\"x\"}"})
    void refusesABadQuestion(String body) {
        assertThatThrownBy(() -> resource.handle(FakeCall.json(body)))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(400);
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesAnotherUserThanTheTokens() {
        FakeCall call = FakeCall.json("{\"userId\":\"bo\"}").in(new Scope("w", "ada"));

        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(403);
    }

    @Test
    void tellsTheModelWithTheContext() {
        JsonNode envelope = ask(
                contexts(new FakeContexts()),
                ",\"agent\":\"a\",\"channel\":\"c\",\"taskKey\":\"t\",\"model\":\"small-1\"");

        assertThat(envelope.get("model").asText()).isEqualTo("large-2");
        assertThat(asked).containsExactly(new ModelQuestion(ModelPurpose.AGENT, "a", "c", "t", "small-1"));
    }

    @Test
    void tellsNoModelWithTheContextWhereNothingIsSet() {
        set = null;

        assertThat(ask(contexts(new FakeContexts()), ",\"model\":\"small-1\"").has("model"))
                .isFalse();
    }

    @Test
    void asksForASubAgentEvenWhereMemoryTakesNoPart() {
        FakeContexts memory = new FakeContexts();

        assertThat(ask(contexts(memory), ",\"subAgent\":true").get("model").asText())
                .isEqualTo("large-2");
        assertThat(memory.asked).isEmpty();
        assertThat(asked.get(0).purpose()).isEqualTo(ModelPurpose.SUBAGENT);
    }

    @Test
    void tellsTheModelOfTheArmWithTheContext() {
        assertThat(ask(contexts(new FakeContexts()), ",\"userId\":\"bo\"")
                        .get("model")
                        .asText())
                .isEqualTo("huge-3");
    }

    @Test
    void answersTheContextAllTheSameWhenTheChoiceFails() {
        ContextResource contexts = contexts(new FakeContexts());
        contexts.models = question -> {
            throw new IllegalStateException("no provider");
        };

        JsonNode envelope = ask(contexts, "");

        assertThat(envelope.has("model")).isFalse();
        assertThat(envelope.get("blocks")).hasSize(1);
    }
}
