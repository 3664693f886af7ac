package tacit.springai;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.content.MediaContent;
import tacit.client.AgentRun;
import tacit.client.ModelCall;
import tacit.client.ModelCall.Part;
import tacit.client.ModelCall.ToolCall;
import tacit.client.ModelCall.ToolResult;

/**
 * What one call of a model was, in the words of traces.
 *
 * @param run which knows what of the prompt is Tacit's own
 * @param prompt what the model got
 */
record CallFacts(AgentRun run, Prompt prompt) {

    ModelCall call(Instant start, Instant end, @Nullable ChatResponse response, @Nullable Throwable failure) {
        List<Map<String, Object>> input = prompt.getInstructions().stream()
                .map(this::message)
                .filter(message -> !List.of().equals(message.get("parts")))
                .toList();
        List<Generation> results = response == null ? List.of() : response.getResults();
        List<ToolCall> calls = results.stream()
                .flatMap(result -> calls(result.getOutput()).stream())
                .toList();
        List<Map<String, Object>> output =
                results.stream().map(result -> message(result.getOutput())).toList();
        return new ModelCall(start, end, input, output, calls, facts(response), failure);
    }

    private Map<String, Object> message(Message message) {
        List<Map<String, Object>> parts = new ArrayList<>();
        String text = message.getText();
        String own = text == null ? "" : message instanceof SystemMessage ? run.withoutContext(text) : text;
        if (!own.isEmpty()) {
            parts.add(Part.text(own));
        }
        if (message instanceof MediaContent content) {
            content.getMedia()
                    .forEach(media -> parts.add(Part.media(media.getMimeType().toString())));
        }
        if (message instanceof AssistantMessage assistant) {
            calls(assistant).forEach(call -> parts.add(Part.call(call)));
        }
        if (message instanceof ToolResponseMessage tools) {
            tools.getResponses()
                    .forEach(response -> parts.add(Part.result(
                            new ToolResult(response.id(), response.name(), response.responseData(), false))));
        }
        return Part.message(message.getMessageType().getValue().toLowerCase(Locale.ROOT), parts);
    }

    private static List<ToolCall> calls(AssistantMessage message) {
        return message.getToolCalls().stream()
                .map(call -> new ToolCall(call.id(), call.name(), call.arguments()))
                .toList();
    }

    private Map<String, Object> facts(@Nullable ChatResponse response) {
        Map<String, Object> facts = new LinkedHashMap<>();
        ChatOptions options = prompt.getOptions();
        put(facts, "gen_ai.request.model", options == null ? null : options.getModel());
        if (response != null) {
            ChatResponseMetadata metadata = response.getMetadata();
            put(facts, "gen_ai.response.model", metadata.getModel());
            put(facts, "gen_ai.response.id", metadata.getId());
            usage(facts, metadata.getUsage());
            List<String> reasons = response.getResults().stream()
                    .map(result -> result.getMetadata().getFinishReason())
                    .filter(reason -> reason != null && !reason.isBlank())
                    .toList();
            put(facts, "gen_ai.response.finish_reasons", reasons.isEmpty() ? null : reasons);
        }
        return facts;
    }

    private static void usage(Map<String, Object> facts, @Nullable Usage usage) {
        if (usage != null && usage.getTotalTokens() != null && usage.getTotalTokens() > 0) {
            put(facts, "gen_ai.usage.input_tokens", usage.getPromptTokens());
            put(facts, "gen_ai.usage.output_tokens", usage.getCompletionTokens());
        }
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null && !"".equals(value)) {
            facts.put(name, value);
        }
    }
}
