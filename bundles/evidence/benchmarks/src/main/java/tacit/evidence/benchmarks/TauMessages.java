package tacit.evidence.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanEvent;

/**
 * Turns messages into spans: an assistant message is a model call with what the user said before it, and a tool call is
 * joined with its result, by its id or else by its order. Confined to one thread.
 */
final class TauMessages {

    private final RunSpans spans;
    private final List<Map<String, Object>> said = new ArrayList<>();
    private final List<OpenCall> calls = new ArrayList<>();
    private boolean asked;

    TauMessages(RunSpans spans) {
        this.spans = spans;
    }

    void addAll(JsonNode messages) {
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            long step = message.path("index").asLong(i);
            switch (message.path("role").textValue()) {
                case "system" -> spans.root().attribute("gen_ai.system_instructions", text(message));
                case "user" -> user(text(message));
                case "assistant" -> assistant(message, step);
                case "tool" -> tool(message, step);
                default -> said.add(Messages.message("other", List.of(Messages.text(orEmpty(text(message))))));
            }
        }
        said.forEach(message ->
                spans.root().event(new SpanEvent("gen_ai.user.message", null, Map.of("content", Json.write(message)))));
    }

    private void user(@Nullable String content) {
        if (content == null) {
            return;
        }
        if (!asked) {
            spans.root().input(content);
            asked = true;
        }
        said.add(Messages.message("user", List.of(Messages.text(content))));
    }

    private void assistant(JsonNode message, long step) {
        List<Map<String, Object>> parts = new ArrayList<>();
        String content = text(message);
        SpanBuilder chat = spans.chat(step);
        if (content != null) {
            parts.add(Messages.text(content));
            spans.root().output(content);
        }
        for (JsonNode call : message.path("tool_calls")) {
            parts.add(call(call, step));
        }
        chat.input(said.isEmpty() ? null : Json.write(said))
                .output(Json.write(List.of(Messages.message("assistant", parts))));
        said.clear();
    }

    private Map<String, Object> call(JsonNode call, long step) {
        JsonNode function = call.path("function");
        String name = orUnknown(function.path("name").asText(""));
        String arguments = orEmpty(Json.content(function.path("arguments")));
        String id = call.path("id").asText("");
        SpanBuilder span = spans.tool(name, step).input(arguments);
        if (!id.isBlank()) {
            span.attribute(Attribute.TOOL_CALL_ID, id);
        }
        calls.add(new OpenCall(id, span));
        return Messages.toolCall(id, name, arguments);
    }

    private void tool(JsonNode message, long step) {
        String id = message.path("tool_call_id").asText("");
        OpenCall call = calls.stream()
                .filter(open -> id.isBlank() || open.id().equals(id))
                .findFirst()
                .orElseGet(() -> new OpenCall(
                        id, spans.tool(orUnknown(message.path("name").asText("")), step)));
        calls.remove(call);
        call.span().output(text(message));
    }

    /** Content is text, or a list of parts of which some are text. */
    private static @Nullable String text(JsonNode message) {
        JsonNode content = message.path("content");
        if (!content.isArray()) {
            return Json.content(content);
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.length() == 0 ? Json.content(content) : text.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String orUnknown(String name) {
        return name.isBlank() ? "unknown" : name;
    }

    /** A call whose result has not been seen. */
    private record OpenCall(String id, SpanBuilder span) {

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
