package tacit.surface.agents.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;

/**
 * What an agent told its hook. Immutable; fields that nobody knows yet are passed over, as agents add some with each version.
 *
 * @param name the event, such as {@code PreToolUse}
 * @param sessionId the conversation
 * @param json all that came; not to be changed
 */
record HookEvent(String name, String sessionId, JsonNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_ID = 200;

    /** @throws HttpProblem where it is no event of a session */
    static HookEvent of(byte[] body) {
        JsonNode json = object(body);
        return new HookEvent(id(json, "hook_event_name"), id(json, "session_id"), json);
    }

    static JsonNode object(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json == null || !json.isObject()) {
                throw new HttpProblem(400, "The body must be a JSON object");
            }
            return json;
        } catch (IOException e) {
            throw new HttpProblem(400, "The body must be JSON");
        }
    }

    static String id(JsonNode json, String name) {
        String id = json.path(name).asText("");
        if (id.isBlank() || id.length() > MAX_ID) {
            throw new HttpProblem(400, name + " must have 1 to " + MAX_ID + " characters");
        }
        return id;
    }

    /** A field that is a text and not blank. */
    @Nullable
    String text(String field) {
        JsonNode value = json.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** A field as text: a text as it is, anything else as JSON. */
    @Nullable
    String content(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    String tool() {
        return id(json, "tool_name");
    }
}
