package tacit.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user thought of an answer. Immutable.
 *
 * @param traceId the run
 * @param accepted whether the answer was taken
 * @param reason {@code incorrect}, {@code too_verbose}, {@code ignored_instructions}, {@code wrong_tone}, {@code unsafe}, or words
 * @param note in the words of the user
 * @param userId who says so; null means the user of the run
 */
public record Feedback(
        String traceId,
        boolean accepted,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String userId) {

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("taskId", traceId);
        body.put("decision", accepted ? "accepted" : "rejected");
        Fields.put(body, "reason", reason);
        Fields.put(body, "note", note);
        Fields.put(body, "userId", userId);
        return body;
    }
}
