package tacit.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.client.AgentRun;
import tacit.client.ModelCall;
import tacit.client.ModelCall.Part;
import tacit.client.ModelCall.ToolCall;
import tacit.client.ModelCall.ToolResult;

/**
 * What one call of a model was, in the words of traces.
 *
 * @param run which knows what of the request is Tacit's own
 * @param request what the model got
 * @param provider whose model it is
 */
record CallFacts(
        AgentRun run, ChatRequest request, @Nullable ModelProvider provider) {

    ModelCall answered(Instant start, Instant end, ChatResponse response) {
        Map<String, Object> facts = facts();
        put(facts, "gen_ai.response.model", response.modelName());
        put(facts, "gen_ai.response.id", response.id());
        TokenUsage usage = response.tokenUsage();
        put(facts, "gen_ai.usage.input_tokens", usage == null ? null : usage.inputTokenCount());
        put(facts, "gen_ai.usage.output_tokens", usage == null ? null : usage.outputTokenCount());
        put(
                facts,
                "gen_ai.response.finish_reasons",
                response.finishReason() == null
                        ? null
                        : List.of(response.finishReason().name().toLowerCase(Locale.ROOT)));
        return new ModelCall(
                start, end, input(), List.of(message(response.aiMessage())), calls(response.aiMessage()), facts, null);
    }

    ModelCall failed(Instant start, Instant end, Throwable failure) {
        return new ModelCall(start, end, input(), List.of(), List.of(), facts(), failure);
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "gen_ai.request.model", request.modelName());
        put(
                facts,
                "gen_ai.provider.name",
                provider == null ? null : provider.name().toLowerCase(Locale.ROOT));
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private List<Map<String, Object>> input() {
        return request.messages().stream()
                .map(this::message)
                .filter(message -> !List.of().equals(message.get("parts")))
                .toList();
    }

    private Map<String, Object> message(ChatMessage message) {
        List<Map<String, Object>> parts = new ArrayList<>();
        if (message instanceof SystemMessage system) {
            text(parts, run.withoutContext(system.text()));
        } else if (message instanceof UserMessage user) {
            user.contents().forEach(content -> content(parts, content));
        } else if (message instanceof AiMessage ai) {
            text(parts, ai.text());
            calls(ai).forEach(call -> parts.add(Part.call(call)));
        } else if (message instanceof ToolExecutionResultMessage tool) {
            parts.add(Part.result(result(tool)));
        }
        return Part.message(Roles.of(message), parts);
    }

    private static void content(List<Map<String, Object>> parts, Content content) {
        if (content instanceof TextContent text) {
            text(parts, text.text());
        } else {
            parts.add(Part.media(content.type().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static void text(List<Map<String, Object>> parts, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            parts.add(Part.text(text));
        }
    }

    static List<ToolCall> calls(AiMessage message) {
        return message.toolExecutionRequests().stream()
                .map(call -> new ToolCall(or(call.id()), or(call.name()), or(call.arguments())))
                .toList();
    }

    static ToolResult result(ToolExecutionResultMessage message) {
        return new ToolResult(
                or(message.id()),
                or(message.toolName()),
                TacitLangChain4j.text(message.contents()),
                Boolean.TRUE.equals(message.isError()));
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
