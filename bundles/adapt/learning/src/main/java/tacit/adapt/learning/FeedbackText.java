package tacit.adapt.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.adapt.StateDocument;

/** Writes feedback as JSON, and reads it back. */
final class FeedbackText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FeedbackText() {}

    static String of(KeptFeedback kept) {
        GivenFeedback feedback = kept.feedback();
        ObjectNode content = JSON.createObjectNode()
                .put("taskId", feedback.taskId())
                .put("messageId", feedback.messageId())
                .put("decision", feedback.decision().name())
                .put("reason", feedback.reason())
                .put("note", feedback.note())
                .put("kind", feedback.kind().name())
                .put("channel", feedback.channel())
                .put("at", feedback.at().toString())
                .put("by", kept.by());
        ArrayNode routes = content.putArray("routed");
        kept.routed().forEach((name, route) -> routes.addObject()
                .put("to", name)
                .put("state", route.state().name())
                .put("words", route.words()));
        return content.toString();
    }

    static KeptFeedback read(StateDocument document) {
        try {
            JsonNode content = JSON.readTree(document.content());
            Map<String, FeedbackRoute> routed = new LinkedHashMap<>();
            content.path("routed")
                    .forEach(route -> routed.put(
                            route.path("to").asText(),
                            new FeedbackRoute(
                                    FeedbackRoute.State.valueOf(
                                            route.path("state").asText()),
                                    route.path("words").asText())));
            return new KeptFeedback(
                    feedback(document, content), content.path("by").asText(), document.sequence(), routed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read feedback '" + document.key() + "'", e);
        }
    }

    private static GivenFeedback feedback(StateDocument document, JsonNode content) {
        return new GivenFeedback(
                document.key(),
                document.userId(),
                content.path("taskId").asText(),
                text(content, "messageId"),
                GivenFeedback.Decision.valueOf(content.path("decision").asText()),
                text(content, "reason"),
                text(content, "note"),
                GivenFeedback.Kind.valueOf(content.path("kind").asText()),
                text(content, "channel"),
                Instant.parse(content.path("at").asText()));
    }

    private static @Nullable String text(JsonNode content, String name) {
        return content.path(name).isTextual() ? content.path(name).textValue() : null;
    }
}
