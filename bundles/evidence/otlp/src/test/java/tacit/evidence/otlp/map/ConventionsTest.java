package tacit.evidence.otlp.map;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.evidence.otlp.map.Wires.read;
import static tacit.evidence.otlp.map.Wires.span;
import static tacit.evidence.otlp.map.Wires.update;
import static tacit.evidence.otlp.map.Wires.wire;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Attribute;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceUpdate;

/** The vocabularies in use, each read into the same span. */
class ConventionsTest {

    private static final String QUESTION =
            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"How many?\"}]}]";
    private static final String ANSWER =
            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Twelve\"}]}]";

    @Test
    void readsTheCurrentNamesOfOpenTelemetry() {
        Span span = span(
                "gen_ai.operation.name",
                "chat",
                "gen_ai.provider.name",
                "openai",
                "gen_ai.request.model",
                "small-1",
                "gen_ai.usage.input_tokens",
                12L,
                "gen_ai.usage.output_tokens",
                3L,
                "gen_ai.input.messages",
                QUESTION,
                "gen_ai.output.messages",
                List.of(Map.of(
                        "role", "assistant",
                        "parts", List.of(Map.of("type", "text", "content", "Twelve")),
                        "finish_reason", "stop")));

        assertThat(span.operation()).isEqualTo("chat");
        assertThat(span.tokens()).isEqualTo(15);
        assertThat(span.input()).isEqualTo(QUESTION);
        assertThat(span.output()).isEqualTo(ANSWER.replace("}]}]", "}],\"finish_reason\":\"stop\"}]"));
        assertThat(span.attributes()).doesNotContainKeys("gen_ai.input.messages", "gen_ai.output.messages");
    }

    @Test
    void putsSystemInstructionsBeforeTheMessages() {
        Span span = span(
                "gen_ai.system_instructions",
                "[{\"type\":\"text\",\"content\":\"Be brief\"}]",
                "gen_ai.input.messages",
                QUESTION);

        assertThat(span.input())
                .startsWith("[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be brief\"}]},"
                        + "{\"role\":\"user\"");
    }

    @Test
    void readsAToolCallOfOpenTelemetryAndOfMcp() {
        Span tool = span(
                "gen_ai.operation.name", "execute_tool",
                "gen_ai.tool.name", "sql",
                "gen_ai.tool.call.arguments", Map.of("q", "select 1"),
                "gen_ai.tool.call.result", "1",
                "error.type", "timeout");
        Span mcp = span("mcp.method.name", "tools/call", "gen_ai.tool.name", "sql");

        assertThat(tool.input()).isEqualTo("{\"q\":\"select 1\"}");
        assertThat(tool.output()).isEqualTo("1");
        assertThat(tool.errorType()).isEqualTo("timeout");
        assertThat(mcp.operation()).isEqualTo("execute_tool");
    }

    @Test
    void readsTheDeprecatedNamesWithIndexedMessages() {
        Span span = span(
                "gen_ai.system", "anthropic",
                "gen_ai.request.model", "small-1",
                "gen_ai.usage.prompt_tokens", 5L,
                "gen_ai.usage.completion_tokens", 6L,
                "gen_ai.prompt.0.role", "user",
                "gen_ai.prompt.0.content", "How many?",
                "gen_ai.completion.0.role", "assistant",
                "gen_ai.completion.0.tool_calls.0.id", "c1",
                "gen_ai.completion.0.tool_calls.0.name", "sql",
                "gen_ai.completion.0.tool_calls.0.arguments", "{\"q\":1}");

        assertThat(span.operation()).isEqualTo("chat");
        assertThat(span.attributes()).containsEntry(Attribute.PROVIDER_NAME, "anthropic");
        assertThat(span.tokens()).isEqualTo(11);
        assertThat(span.input()).isEqualTo(QUESTION);
        assertThat(span.output())
                .isEqualTo("[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c1\","
                        + "\"name\":\"sql\",\"arguments\":{\"q\":1}}]}]");
    }

    @Test
    void readsMessagesFromSpanEventsOfEitherKind() {
        List<SpanEvent> events = List.of(
                new SpanEvent("gen_ai.user.message", null, Map.of("content", "How many?")),
                new SpanEvent("gen_ai.tool.message", null, Map.of("id", "c1", "content", "12")),
                new SpanEvent("gen_ai.choice", null, Map.of("index", 0L, "message", "{\"content\":\"Twelve\"}")),
                new SpanEvent("kept", null, Map.of()));

        Span span = read(wire(Map.of("gen_ai.request.model", "m"), events, SpanStatus.UNSET));

        assertThat(span.input())
                .isEqualTo(QUESTION.replace(
                        "}]}]",
                        "}]},{\"role\":\"tool\",\"parts\":"
                                + "[{\"type\":\"tool_call_response\",\"id\":\"c1\",\"response\":\"12\"}]}]"));
        assertThat(span.output()).isEqualTo(ANSWER);
        assertThat(span.events()).extracting(SpanEvent::name).containsExactly("kept");
    }

    @Test
    void readsTraceloop() {
        TraceUpdate update = update(
                "traceloop.span.kind", "tool",
                "traceloop.entity.name", "sql",
                "traceloop.entity.input", "{\"inputs\":{}}",
                "traceloop.entity.output", "12",
                "traceloop.association.properties.session_id", "s1",
                "traceloop.association.properties.user_id", "u1");

        Span span = update.spans().get(0);
        assertThat(span.operation()).isEqualTo("execute_tool");
        assertThat(span.tool()).contains("sql");
        assertThat(span.output()).isEqualTo("12");
        assertThat(update.trace().sessionId()).isEqualTo("s1");
        assertThat(update.trace().userId()).isEqualTo("u1");
    }

    @Test
    void readsSpringAi() {
        TraceUpdate client = update(
                "gen_ai.operation.name", "framework",
                "gen_ai.system", "spring_ai",
                "spring.ai.kind", "chat_client",
                "spring.ai.chat.client.conversation.id", "c7");
        Span tool = span(
                "spring.ai.kind", "tool_call",
                "spring.ai.tool.definition.name", "orders",
                "spring.ai.tool.call.arguments", "{\"id\":1}",
                "spring.ai.tool.call.result", "open");

        assertThat(client.spans().get(0).operation()).isEqualTo("invoke_agent");
        assertThat(client.trace().sessionId()).isEqualTo("c7");
        assertThat(tool.operation()).isEqualTo("execute_tool");
        assertThat(tool.tool()).contains("orders");
        assertThat(tool.input()).isEqualTo("{\"id\":1}");
    }

    @Test
    void readsGoogleAdk() {
        TraceUpdate update = update(
                "gen_ai.system", "gcp.vertex.agent",
                "gcp.vertex.agent.session_id", "s9",
                "gcp.vertex.agent.tool_call_args", "{}",
                "gcp.vertex.agent.llm_request",
                        "{\"model\":\"g\",\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"How many?\"}]}]}",
                "gcp.vertex.agent.llm_response",
                        "{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"Twelve\"}]}}");

        assertThat(update.trace().sessionId()).isEqualTo("s9");
        assertThat(update.spans().get(0).input()).isEqualTo(QUESTION);
        assertThat(update.spans().get(0).output()).isEqualTo(ANSWER);
    }

    @Test
    void readsTheVercelSdk() {
        Span call = span(
                "ai.operationId", "ai.generateText.doGenerate",
                "ai.prompt.messages", "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"How many?\"}]}]",
                "ai.response.text", "Twelve",
                "ai.usage.promptTokens", 4L,
                "ai.model.id", "m");
        Span tool = span("ai.operationId", "ai.toolCall", "ai.toolCall.name", "sql", "ai.toolCall.args", "{}");

        assertThat(call.operation()).isEqualTo("chat");
        assertThat(call.input()).isEqualTo(QUESTION);
        assertThat(call.output()).isEqualTo(ANSWER);
        assertThat(call.tokens()).isEqualTo(4);
        assertThat(tool.operation()).isEqualTo("execute_tool");
        assertThat(tool.tool()).contains("sql");
    }

    @Test
    void readsLangChain4jObservations() {
        Span span = span(
                "gen_ai.operation.name", "chat",
                "gen_ai.provider.name", "ollama",
                "gen_ai.system", "ollama",
                "gen_ai.request.model", "m",
                "gen_ai.usage.input_tokens", "9",
                "gen_ai.response.finish_reasons", "STOP");

        assertThat(span.tokens()).isEqualTo(9);
        assertThat(span.attributes())
                .containsEntry(Attribute.PROVIDER_NAME, "ollama")
                .containsEntry(Attribute.FINISH_REASONS, "STOP")
                .doesNotContainKey("gen_ai.system");
    }
}
