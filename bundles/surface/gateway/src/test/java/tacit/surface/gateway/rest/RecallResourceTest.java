package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.http.HttpProblem;
import tacit.api.memory.Audience;
import tacit.api.memory.TrustLane;
import tacit.api.recall.RankedHit.Reason;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallAnswer.Failure;
import tacit.api.recall.RecallCounts;
import tacit.api.recall.RecallHit;
import tacit.api.recall.RecallRequest;
import tacit.api.recall.RecallTool;
import tacit.api.recall.RecallTools;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolDisabledException;
import tacit.api.recall.ToolParameter;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class RecallResourceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final List<RecallRequest> asked = new ArrayList<>();
    private final List<ToolCall> called = new ArrayList<>();
    private final RecallResource recall = new RecallResource(new Answering());
    private final MemoryToolResource tool = new MemoryToolResource(new Tools());

    @Test
    void answersWhatIsRecalledWithItsReasons() {
        JsonNode answer = Conformance.checked(recall, recall.handle(FakeCall.json("{\"query\":\"ferries\"}")));

        JsonNode hit = answer.get("results").get(0);
        assertThat(hit.get("sourceType").asText()).isEqualTo("message");
        assertThat(hit.get("lane").asText()).isEqualTo("statement");
        assertThat(hit.get("reasons").get(0).get("feature").asText()).isEqualTo("coverage");
        assertThat(answer.get("failures").get(0).toString())
                .isEqualTo("{\"part\":\"ranker\",\"reason\":\"It failed\"}");
    }

    @Test
    void asksForTheAudienceOfTheRequestWithinTheToken() {
        recall.handle(FakeCall.json("{\"query\":\"x\",\"audience\":\"group\",\"types\":[\"task\"],\"limit\":3,"
                        + "\"from\":\"2026-01-01T00:00:00Z\",\"subAgent\":true}")
                .in(new Scope("w", "ada")));

        assertThat(asked.get(0).scope()).isEqualTo(new Scope("w", "ada"));
        assertThat(asked.get(0).audience()).isEqualTo(new Audience(Audience.Kind.GROUP, "ada", null, null, true));
        assertThat(asked.get(0).types()).containsExactly("task");
        assertThat(asked.get(0).most()).isEqualTo(3);
        assertThat(asked.get(0).from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void refusesAnotherUserThanTheTokens() {
        FakeCall call = FakeCall.json("{\"query\":\"x\",\"userId\":\"bo\"}").in(new Scope("w", "ada"));

        assertThat(status(() -> recall.handle(call))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"query\":1}",
                "{\"limit\":0}",
                "{\"limit\":101}",
                "{\"types\":[\"activity\"]}",
                "{\"types\":[]}",
                "{\"audience\":\"all\"}",
                "{\"subAgent\":1}",
                "{\"from\":\"soon\"}",
                "{\"what\":1}"
            })
    void refusesABadQuestion(String body) {
        assertThat(status(() -> recall.handle(FakeCall.json(body)))).isEqualTo(400);
    }

    @Test
    void callsAToolWithItsArguments() {
        JsonNode answer = Conformance.checked(
                tool,
                tool.handle(FakeCall.json(
                                "{\"taskId\":\"t1\",\"arguments\":{\"query\":\"x\","
                                        + "\"limit\":3,\"share\":0.5,\"on\":true,\"list\":[\"a\"],\"map\":{\"k\":\"v\"},\"no\":null}}")
                        .at("name", "search")));

        assertThat(called.get(0).taskId()).isEqualTo("t1");
        assertThat(called.get(0).arguments())
                .isEqualTo(Map.of(
                        "query",
                        "x",
                        "limit",
                        3L,
                        "share",
                        0.5,
                        "on",
                        true,
                        "list",
                        List.of("a"),
                        "map",
                        Map.of("k", "v")));
        assertThat(answer.get("results").get(0).get("id").asText()).isEqualTo("m1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"arguments\":1}", "{\"arguments\":{\"a\":[1]}}", "{\"arguments\":{\"a\":{\"b\":[]}}}"})
    void refusesArgumentsThatNoToolTakes(String body) {
        assertThat(status(() -> tool.handle(FakeCall.json(body).at("name", "search"))))
                .isEqualTo(400);
    }

    @Test
    void to03SaysThatAToolIsDisabled() {
        assertThatThrownBy(() -> tool.handle(FakeCall.json("{}").at("name", "off")))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("disabled");
        assertThat(status(() -> tool.handle(FakeCall.json("{}").at("name", "off"))))
                .isEqualTo(409);
        assertThat(status(() -> tool.handle(FakeCall.json("{}").at("name", "nothing"))))
                .isEqualTo(400);
    }

    @Test
    void listsTheTools() {
        JsonNode tools = Conformance.answer(new MemoryToolsResource(new Tools()), FakeCall.json("{}"));

        assertThat(tools.get("tools")
                        .get(0)
                        .get("parameters")
                        .get(0)
                        .get("kind")
                        .asText())
                .isEqualTo("texts");
    }

    private static int status(Runnable call) {
        try {
            call.run();
            return 200;
        } catch (HttpProblem problem) {
            return problem.status();
        }
    }

    /** Answers one hit, and keeps what it was asked. */
    private final class Answering implements Recall {

        @Override
        public RecallAnswer recall(RecallRequest request) {
            asked.add(request);
            RecallHit hit = new RecallHit(
                    "message",
                    "message:t/1",
                    "t",
                    NOW,
                    "",
                    "Message by ada",
                    "At the pier",
                    TrustLane.STATEMENT,
                    1.5,
                    0.8,
                    1,
                    new TreeMap<>(),
                    List.of(new Reason("coverage", 0.5, 0.25)));
            return new RecallAnswer(
                    request.query(), "w", NOW, List.of(hit), List.of(new Failure("ranker", "It failed")), false);
        }

        @Override
        public RecallCounts counts() {
            return new RecallCounts(0, 0, 0, "");
        }
    }

    /** Knows one tool that is on and one that is off. */
    private final class Tools implements RecallTools {

        @Override
        public List<RecallTool> list() {
            return List.of(new Search());
        }

        @Override
        public ToolAnswer call(String name, ToolCall call) {
            if (name.equals("off")) {
                throw new ToolDisabledException(name);
            }
            if (!name.equals("search")) {
                throw new IllegalArgumentException("Unknown tool");
            }
            return new Search().call(call);
        }
    }

    /** Answers one row. */
    private final class Search implements RecallTool {

        @Override
        public String name() {
            return "search";
        }

        @Override
        public String summary() {
            return "Finds";
        }

        @Override
        public List<ToolParameter> parameters() {
            return List.of(new ToolParameter("ids", ToolParameter.Kind.TEXTS, true, "of memories"));
        }

        @Override
        public ToolAnswer call(ToolCall call) {
            called.add(call);
            return ToolAnswer.of(List.of(Map.of("id", "m1")));
        }
    }
}
