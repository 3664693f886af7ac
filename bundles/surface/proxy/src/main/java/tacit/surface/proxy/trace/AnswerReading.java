package tacit.surface.proxy.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.surface.proxy.wire.Wire;

/** What a model answered, in one piece or in chunks. Confined to one thread. */
final class AnswerReading {

    private static final Map<String, String> USAGE = Map.of(
            "/prompt_tokens", "gen_ai.usage.input_tokens",
            "/input_tokens", "gen_ai.usage.input_tokens",
            "/completion_tokens", "gen_ai.usage.output_tokens",
            "/output_tokens", "gen_ai.usage.output_tokens",
            "/prompt_tokens_details/cached_tokens", "gen_ai.usage.cache_read.input_tokens",
            "/input_tokens_details/cached_tokens", "gen_ai.usage.cache_read.input_tokens",
            "/cache_read_input_tokens", "gen_ai.usage.cache_read.input_tokens",
            "/cache_creation_input_tokens", "gen_ai.usage.cache_creation.input_tokens",
            "/completion_tokens_details/reasoning_tokens", "gen_ai.usage.reasoning.output_tokens",
            "/output_tokens_details/reasoning_tokens", "gen_ai.usage.reasoning.output_tokens");

    private final JsonNode answer;
    private final Messages messages;
    private final List<Object> finishes = new ArrayList<>();

    private AnswerReading(JsonNode answer, ObjectMapper json) {
        this.answer = answer;
        this.messages = new Messages(json);
    }

    static AnswerReading of(Wire wire, String contentType, Capture capture, ObjectMapper json) {
        AnswerReading reading = new AnswerReading(whole(wire, contentType, capture, json), json);
        switch (wire) {
            case CHAT -> reading.chat();
            case MESSAGES -> reading.message();
            case RESPONSES -> reading.response();
            case EMBEDDINGS, OPENAI_MODELS, ANTHROPIC_MODELS, COUNT_TOKENS -> {
                // Vectors and lists are nothing that was said
            }
        }
        return reading;
    }

    private static JsonNode whole(Wire wire, String contentType, Capture capture, ObjectMapper json) {
        if (contentType.toLowerCase(Locale.ROOT).startsWith("text/event-stream")) {
            List<JsonNode> events = new ArrayList<>(Sse.events(capture.head(), json));
            events.addAll(Sse.events(capture.tail(), json));
            return switch (wire) {
                case MESSAGES -> MessageStream.whole(events);
                case RESPONSES -> ResponseStream.whole(events);
                case CHAT, EMBEDDINGS, OPENAI_MODELS, ANTHROPIC_MODELS, COUNT_TOKENS -> ChatStream.whole(events);
            };
        }
        try {
            JsonNode read = capture.isCut() ? null : json.readTree(capture.head());
            return read == null ? JsonNodeFactory.instance.objectNode() : read;
        } catch (IOException e) {
            // It broke off, or is nothing that a model says
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private void chat() {
        for (JsonNode choice : answer.path("choices")) {
            JsonNode message = choice.path("message");
            messages.message("assistant");
            Parts.of(message.path("content"), messages);
            messages.text("refusal", message.path("refusal").asText(""));
            Parts.calls(message.path("tool_calls"), messages);
            finish(choice.path("finish_reason"));
        }
    }

    private void message() {
        if (!answer.path("content").isEmpty()) {
            messages.message("assistant");
            Parts.of(answer.path("content"), messages);
        }
        finish(answer.path("stop_reason"));
    }

    private void response() {
        for (JsonNode item : answer.path("output")) {
            switch (item.path("type").asText()) {
                case "message" -> {
                    messages.message("assistant");
                    Parts.of(item.path("content"), messages);
                }
                case "function_call" -> {
                    messages.message("assistant");
                    messages.call(
                            item.path("call_id").asText(""), item.path("name").asText(""), item.path("arguments"));
                }
                default -> {
                    // Reasoning is encrypted, and what servers' own tools did stands in the message
                }
            }
        }
        finish(answer.path("status"));
    }

    private void finish(JsonNode reason) {
        if (reason.isTextual()) {
            finishes.add(reason.textValue());
        }
    }

    /** As a trace holds it; null for nothing. */
    @Nullable
    String text() {
        return messages.text();
    }

    List<Object> finishes() {
        return finishes;
    }

    /** Numbers of tokens by their attribute. */
    Map<String, Long> usage() {
        Map<String, Long> usage = new TreeMap<>();
        USAGE.forEach((place, attribute) -> {
            JsonNode number = answer.path("usage").at(place);
            if (number.isIntegralNumber()) {
                usage.put(attribute, number.longValue());
            }
        });
        return usage;
    }

    /** A text of the answer, such as its model; null for none. */
    @Nullable
    String field(String name) {
        return answer.path(name).isTextual() ? answer.path(name).textValue() : null;
    }

    /** What kind of error it is; null where it says none. */
    @Nullable
    String errorType() {
        JsonNode type = answer.path("error").path("type");
        return type.isTextual() ? type.textValue() : null;
    }

    /** The words of an error; empty where there are none. */
    String errorWords() {
        JsonNode error = answer.path("error");
        return error.isTextual() ? error.textValue() : error.path("message").asText("");
    }
}
