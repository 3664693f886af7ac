package tacit.learn.guards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.experiment.Arms;
import tacit.api.guard.CallStep;
import tacit.api.guard.CallStep.Speaker;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardQuestion;
import tacit.api.guard.ToolRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class DecideResourceTest {

    private final List<GuardQuestion> asked = new ArrayList<>();
    private final DecideResource resource = new DecideResource(question -> {
        asked.add(question);
        return new GuardAnswer(GuardEffect.ASK, "Nobody wrote \"W1\"", "guard-1");
    });

    private record Posted(String json) implements Call {

        @Override
        public Principal principal() {
            return new Principal("agent", AccessRole.AGENT, Scope.ofDefaultWorkspace());
        }

        @Override
        public Map<String, String> pathParameters() {
            return Map.of();
        }

        @Override
        public Map<String, List<String>> query() {
            return Map.of();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> contentType() {
            return Optional.of("application/json");
        }

        @Override
        public byte[] body() {
            return json.getBytes(StandardCharsets.UTF_8);
        }
    }

    private String answer(String json) {
        return Conformance.answer(resource, new Posted(json)).toString();
    }

    @Test
    void asksTheGuardAndAnswersWithItsRule() {
        String said = answer(
                "{\"tool\":\"cancel_order\",\"role\":\"write\",\"arguments\":{\"order_id\":\"W1\",\"n\":[1,null]},"
                        + "\"history\":[{\"speaker\":\"user\",\"text\":\"Cancel it\"},"
                        + "{\"speaker\":\"tool\",\"tool\":\"find\",\"text\":\"none\",\"failed\":true}]}");

        assertThat(said)
                .isEqualTo("{\"effect\":\"ask\",\"reason\":\"Nobody wrote \\\"W1\\\"\",\"ruleId\":\"guard-1\"}");
        GuardQuestion question = asked.get(0);
        assertThat(question.call().role()).isEqualTo(ToolRole.WRITE);
        assertThat(question.call().arguments().get("order_id")).isEqualTo("W1");
        assertThat(question.history().steps())
                .extracting(CallStep::speaker)
                .containsExactly(Speaker.USER, Speaker.TOOL);
        assertThat(question.history().steps().get(1).failed()).isTrue();
    }

    @Test
    void needsNothingButATool() {
        answer("{\"tool\":\"list\"}");

        assertThat(asked.get(0).history().steps()).isEmpty();
        assertThat(asked.get(0).call().role()).isNull();
    }

    @Test
    void isForAgents() {
        assertThat(resource.role()).contains(AccessRole.AGENT);
        assertThat(resource.method() + " " + resource.path()).isEqualTo("POST /v1/decide");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|must be JSON",
                "[]|must be an object",
                "{}|tool must be a text",
                "{\"tool\":\" \"}|must not be blank",
                "{\"tool\":\"a\",\"arguments\":[]}|arguments must be an object",
                "{\"tool\":\"a\",\"role\":\"both\"}|one of read, write",
                "{\"tool\":\"a\",\"what\":1}|got 'what'",
                "{\"tool\":\"a\",\"history\":{}}|history must be a list",
                "{\"tool\":\"a\",\"history\":[1]}|history[0] must be an object",
                "{\"tool\":\"a\",\"history\":[{\"speaker\":\"god\"}]}|one of agent, tool, user",
                "{\"tool\":\"a\",\"history\":[{\"speaker\":\"user\",\"tool\":\"b\"}]}|for the speaker tool alone",
                "{\"tool\":\"a\",\"history\":[{\"speaker\":\"tool\",\"text\":\"x\"}]}|history[0]: tool must be a text"
            })
    void refusesWhatItCannotRead(String json, String reason) {
        assertThatThrownBy(() -> answer(json)).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.getMessage()).contains(reason);
        });
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesAHistoryWithoutEnd() {
        String step = "{\"speaker\":\"user\",\"text\":\"x\"},".repeat(Question.MOST_STEPS + 1);
        String json = "{\"tool\":\"a\",\"history\":[" + step.substring(0, step.length() - 1) + "]}";

        assertThatThrownBy(() -> answer(json)).isInstanceOf(HttpProblem.class).hasMessageContaining("at most 2000");
    }

    @Test
    void isServedByTheArmOfWhoAsks() {
        ListArms arms = new ListArms();
        resource.arms = arms;

        answer("{\"tool\":\"list\",\"sessionId\":\"s\"}");
        answer("{\"tool\":\"list\",\"sessionId\":\"s\",\"userId\":\"u\"}");
        answer("{\"tool\":\"list\",\"userId\":\"u\",\"profileId\":\"p\"}");
        answer("{\"tool\":\"list\"}");

        assertThat(arms.served).containsExactly("default session s", "default user u", "default profile p");
        assertThat(asked).hasSize(4);
    }

    @Test
    void refusesNamesOfNobody() {
        assertThatThrownBy(() -> answer("{\"tool\":\"list\",\"sessionId\":\" \"}"))
                .isInstanceOf(HttpProblem.class)
                .hasMessage("sessionId must have 1 to 400 characters");
        assertThat(asked).isEmpty();
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
