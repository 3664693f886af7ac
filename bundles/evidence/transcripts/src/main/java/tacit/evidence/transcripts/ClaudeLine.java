package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a Claude Code transcript with a message.
 *
 * @param line all of it
 * @param message the message
 * @param at when it was written; null when that is not recorded
 * @param uuid its own id; null when it has none
 * @param assistant whether the model wrote it
 */
record ClaudeLine(
        JsonNode line,
        JsonNode message,
        @Nullable Instant at,
        @Nullable String uuid,
        boolean assistant) {

    static ClaudeLine of(JsonNode line) {
        JsonNode message = Json.object(line, "message");
        JsonNode content = message.path("content");
        if (!content.isTextual() && !content.isArray()) {
            throw new BadLineException("content must be text or an array, got " + Json.kind(content));
        }
        return new ClaudeLine(
                line,
                message,
                Json.timeOrNone(line, "timestamp"),
                Json.textOrNone(line, "uuid"),
                Json.text(line, "type").equals("assistant"));
    }

    JsonNode content() {
        return message.path("content");
    }

    boolean sidechain() {
        return line.path("isSidechain").asBoolean(false);
    }

    /** Whether the program wrote it into the user's mouth: notes, command echoes, the summary of a compaction. */
    boolean injected() {
        return line.path("isMeta").asBoolean(false)
                || line.path("isCompactSummary").asBoolean(false);
    }

    @Nullable
    String text(String field) {
        return line.path(field).isTextual() ? line.path(field).textValue() : null;
    }
}
