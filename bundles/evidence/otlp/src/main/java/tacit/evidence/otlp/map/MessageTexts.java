package tacit.evidence.otlp.map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import tacit.evidence.otlp.wire.Json;

/** Adds a text to messages, whether it is a message list in JSON or plain words. */
final class MessageTexts {

    private MessageTexts() {}

    static void addTo(Messages messages, @Nullable String text, String role) {
        if (text == null) {
            return;
        }
        JsonNode node = Json.tryRead(text);
        Messages parsed = new Messages();
        if (node != null) {
            MessageForms.addAll(parsed, node, role);
        }
        if (parsed.isEmpty()) {
            messages.text(role, text);
        } else {
            messages.addAll(parsed);
        }
    }
}
