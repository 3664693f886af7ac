package tacit.surface.proxy.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.surface.proxy.wire.Wire;

/**
 * What was asked: the instructions, and what was said since the user spoke last. All before that stands in the traces of earlier
 * requests, and would be learned from again with each one.
 */
final class RequestMessages {

    private final Messages messages;
    private int earlier;

    private RequestMessages(ObjectMapper json) {
        messages = new Messages(json);
    }

    static RequestMessages of(Wire wire, JsonNode body, ObjectMapper json) {
        RequestMessages all = new RequestMessages(json);
        switch (wire) {
            case MESSAGES -> {
                all.instructions(body.path("system"));
                all.turns(body.path("messages"));
            }
            case RESPONSES -> {
                all.instructions(body.path("instructions"));
                all.turns(body.path("input"));
            }
            case EMBEDDINGS -> all.words(body.path("input"));
            case CHAT, COUNT_TOKENS, OPENAI_MODELS, ANTHROPIC_MODELS -> all.turns(body.path("messages"));
        }
        return all;
    }

    /** As a trace holds them; null for none. */
    @Nullable
    String text() {
        return messages.text();
    }

    /** How many messages before are left out. */
    int earlier() {
        return earlier;
    }

    private void instructions(JsonNode system) {
        if (system.isTextual() || !system.isEmpty()) {
            messages.message("system");
            Parts.of(system, messages);
        }
    }

    private void words(JsonNode input) {
        messages.message("user");
        Parts.of(input, messages);
    }

    private void turns(JsonNode said) {
        if (said.isTextual()) {
            words(said);
            return;
        }
        List<JsonNode> all = new ArrayList<>();
        said.forEach(all::add);
        int last = 0;
        for (int i = 0; i < all.size(); i++) {
            last = speaks(all.get(i)) ? i : last;
        }
        for (int i = 0; i < all.size(); i++) {
            String role = all.get(i).path("role").asText("");
            boolean instruction = role.equals("system") || role.equals("developer");
            if (i >= last || instruction) {
                message(all.get(i), role);
            } else {
                earlier++;
            }
        }
    }

    /** Whether a user speaks: what a tool answered stands under their name, too. */
    private static boolean speaks(JsonNode message) {
        JsonNode content = message.path("content");
        if (!message.path("role").asText().equals("user")) {
            return false;
        }
        for (JsonNode part : content) {
            if (part.path("type").asText().endsWith("text")) {
                return true;
            }
        }
        return content.isTextual();
    }

    private void message(JsonNode message, String role) {
        switch (message.path("type").asText("message")) {
            case "function_call" -> {
                messages.message("assistant");
                messages.call(
                        message.path("call_id").asText(""), message.path("name").asText(""), message.path("arguments"));
            }
            case "function_call_output" -> {
                messages.message("tool");
                messages.response(message.path("call_id").asText(""), message.path("output"));
            }
            default -> spoken(message, role);
        }
    }

    private void spoken(JsonNode message, String role) {
        JsonNode content = message.path("content");
        if (role.equals("tool")) {
            messages.message("tool");
            messages.response(message.path("tool_call_id").asText(""), content);
            return;
        }
        messages.message(onlyResults(content) ? "tool" : role);
        Parts.of(content, messages);
        Parts.calls(message.path("tool_calls"), messages);
    }

    private static boolean onlyResults(JsonNode content) {
        if (!content.isArray() || content.isEmpty()) {
            return false;
        }
        for (JsonNode part : content) {
            if (!part.path("type").asText().equals("tool_result")) {
                return false;
            }
        }
        return true;
    }
}
