package tacit.surface.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.ingest.IngestReceipt;
import tacit.api.recall.RecallAnswer.Failure;
import tacit.api.recall.RecallTool;
import tacit.api.recall.RecallTools;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.api.trace.AppendResult;
import tacit.runtime.testkit.MovingClock;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.rpc.Message;
import tacit.surface.mcp.rpc.SaidCall;

class RecalledToolTest {

    private final List<ToolCall> asked = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();
    private ToolAnswer answer = ToolAnswer.of(List.of(Map.of("id", "m1", "score", 0.5)));

    private final OwnRun runs = new OwnRun(
            (scope, updates) -> {
                updates.forEach(update -> recorded.add(update.trace().id()));
                return new IngestReceipt(
                        List.of(new AppendResult(updates.get(0).trace().id(), true, 1, 0, 0)), List.of(), 0, 0);
            },
            new MovingClock());

    private RecalledTool tool(boolean changes, ToolParameter... parameters) {
        RecallTool tool = new RecallTool() {
            @Override
            public String name() {
                return "kg_look";
            }

            @Override
            public String summary() {
                return "Looks";
            }

            @Override
            public List<ToolParameter> parameters() {
                return List.of(parameters);
            }

            @Override
            public boolean changes() {
                return changes;
            }

            @Override
            public ToolAnswer call(ToolCall call) {
                asked.add(call);
                return answer;
            }
        };
        return new RecalledTool(
                tool,
                new RecallTools() {
                    @Override
                    public List<RecallTool> list() {
                        return List.of(tool);
                    }

                    @Override
                    public ToolAnswer call(String name, ToolCall call) {
                        return tool.call(call);
                    }
                },
                runs);
    }

    private static Caller caller(String meta) {
        String text = "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"_meta\":" + meta + "}}";
        return Caller.of(
                SaidCall.by("ann", AccessRole.AGENT),
                Message.of(Json.read(text.getBytes(StandardCharsets.UTF_8))),
                false);
    }

    private static Arguments arguments(String json) {
        return new Arguments((ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static ToolParameter parameter(String name, Kind kind, boolean required) {
        return new ToolParameter(name, kind, required, "what it is");
    }

    @Test
    void writesEachKindOfParameterAsASchema() {
        ToolCard card = tool(
                        false,
                        parameter("text", Kind.TEXT, true),
                        parameter("whole", Kind.WHOLE_NUMBER, false),
                        parameter("number", Kind.NUMBER, false),
                        parameter("truth", Kind.TRUTH, true),
                        parameter("texts", Kind.TEXTS, false),
                        parameter("names", Kind.TEXTS_BY_NAME, false))
                .card();

        JsonNode properties = card.input().path("properties");
        assertThat(properties.path("text").path("type").asText()).isEqualTo("string");
        assertThat(properties.path("whole").path("type").asText()).isEqualTo("integer");
        assertThat(properties.path("number").path("type").asText()).isEqualTo("number");
        assertThat(properties.path("truth").path("type").asText()).isEqualTo("boolean");
        assertThat(properties.path("texts").path("items").path("type").asText()).isEqualTo("string");
        assertThat(properties
                        .path("names")
                        .path("additionalProperties")
                        .path("type")
                        .asText())
                .isEqualTo("string");
        assertThat(card.input().path("required").toString()).isEqualTo("[\"text\",\"truth\"]");
        assertThat(card.title()).isEqualTo("Kg look");
        assertThat(card.effect()).isEqualTo(ToolCard.Effect.READS);
        assertThat(properties.has("taskId")).isFalse();
    }

    @Test
    void passesOnValuesTheScopeAndTheAudience() {
        tool(false)
                .call(
                        caller("{\"tacit/role\":\"coder\"}"),
                        arguments(
                                "{\"a\":\"x\",\"b\":3,\"c\":0.5,\"d\":true,\"e\":[\"y\"],\"f\":{\"g\":\"z\"},\"h\":null}"));

        ToolCall call = asked.get(0);
        assertThat(call.arguments())
                .containsEntry("a", "x")
                .containsEntry("b", 3L)
                .containsEntry("c", 0.5)
                .containsEntry("d", true)
                .containsEntry("e", List.of("y"))
                .containsEntry("f", Map.of("g", "z"))
                .doesNotContainKey("h");
        assertThat(call.scope().userId()).isEqualTo("ann");
        assertThat(call.audience().role()).isEqualTo("coder");
        assertThat(call.taskId()).isNull();
        assertThat(recorded).isEmpty();
    }

    @Test
    void recordsAChangeThatNamesNoRunAndNoOther() {
        RecalledTool change = tool(true);

        change.call(caller("{}"), arguments("{\"a\":\"x\"}"));
        change.call(caller("{}"), arguments("{\"a\":\"x\",\"taskId\":\"t1\"}"));
        change.call(caller("{\"tacit/taskId\":\"t2\"}"), arguments("{\"a\":\"x\"}"));

        assertThat(recorded).hasSize(1);
        assertThat(asked).extracting(ToolCall::taskId).containsExactly(recorded.get(0), "t1", "t2");
        assertThat(asked.get(1).arguments()).doesNotContainKey("taskId");
        assertThat(change.card().effect()).isEqualTo(ToolCard.Effect.CHANGES);
    }

    @Test
    void leavesATaskThatTheToolTakesItselfAlone() {
        tool(false, parameter("taskId", Kind.TEXT, false)).call(caller("{}"), arguments("{\"taskId\":\"t1\"}"));

        assertThat(asked.get(0).arguments()).containsEntry("taskId", "t1");
        assertThat(asked.get(0).taskId()).isNull();
    }

    @Test
    void failsWhereNoPartAnsweredAndAnswersWhatTheOthersFound() {
        answer = new ToolAnswer(List.of(), List.of(new Failure("index", "It is closed")));
        ToolReply failed = tool(false).call(caller("{}"), arguments("{}"));
        answer = new ToolAnswer(List.of(Map.of("id", "m1")), List.of(new Failure("index", "It is closed")));
        ToolReply partial = tool(false).call(caller("{}"), arguments("{}"));

        assertThat(failed.view().path("isError").asBoolean()).isTrue();
        assertThat(failed.text()).isEqualTo("index: It is closed");
        assertThat(partial.view().path("isError").asBoolean()).isFalse();
        assertThat(partial.view()
                        .path("structuredContent")
                        .path("failures")
                        .path(0)
                        .path("part")
                        .asText())
                .isEqualTo("index");
    }

    @Test
    void refusesValuesThatNoToolTakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tool(false).call(caller("{}"), arguments("{\"a\":[1]}")))
                .withMessageContaining("a must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tool(true).call(caller("{}"), arguments("{\"taskId\":7}")))
                .withMessageContaining("taskId must be a text");
    }
}
