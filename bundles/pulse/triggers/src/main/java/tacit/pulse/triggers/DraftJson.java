package tacit.pulse.triggers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Urgency;

/** What is kept of readings, as JSON. */
final class DraftJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DraftJson() {}

    static String write(List<SignalDraft> drafts) {
        ArrayNode list = MAPPER.createArrayNode();
        drafts.forEach(draft -> write(draft, list.addObject()));
        return list.toString();
    }

    private static void write(SignalDraft draft, ObjectNode node) {
        node.put("workspace", draft.workspaceId());
        node.put("profile", draft.profileId());
        node.put("family", draft.family().name());
        node.put("source", draft.source().name());
        node.put("urgency", draft.urgency() == null ? null : draft.urgency().name());
        node.put("confidence", draft.confidence());
        node.put("fingerprint", draft.fingerprint());
        node.put("expires", draft.expiresAt() == null ? null : draft.expiresAt().toString());
        node.put("reason", draft.reason());
        draft.evidence().forEach(node.putArray("evidence")::add);
        ObjectNode payload = node.putObject("payload");
        new TreeMap<>(draft.payload()).forEach(payload::put);
        node.put("origin", draft.origin());
    }

    static List<SignalDraft> read(String json) {
        List<SignalDraft> drafts = new ArrayList<>();
        tree(json).forEach(node -> drafts.add(read(node)));
        return drafts;
    }

    private static SignalDraft read(JsonNode node) {
        String urgency = text(node, "urgency");
        String expires = text(node, "expires");
        List<String> evidence = new ArrayList<>();
        node.path("evidence").forEach(reference -> evidence.add(reference.asText()));
        return new SignalDraft(
                text(node, "workspace"),
                text(node, "profile"),
                SignalFamily.valueOf(node.path("family").asText()),
                SignalSource.valueOf(node.path("source").asText()),
                urgency == null ? null : Urgency.valueOf(urgency),
                node.path("confidence").isNumber() ? node.path("confidence").asDouble() : null,
                text(node, "fingerprint"),
                expires == null ? null : Instant.parse(expires),
                text(node, "reason"),
                evidence,
                texts(node.path("payload")),
                text(node, "origin"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : null;
    }

    static String write(Map<String, String> memory) {
        ObjectNode node = MAPPER.createObjectNode();
        new TreeMap<>(memory).forEach(node::put);
        return node.toString();
    }

    static Map<String, String> readMemory(String json) {
        return texts(tree(json));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read what was kept of a trigger", e);
        }
    }
}
