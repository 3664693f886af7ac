package tacit.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run turned out, as somebody says. Immutable.
 *
 * @param traceId the run
 * @param source who says so: {@code user}, {@code grader}, {@code rule} or {@code agent}
 * @param label {@code success}, {@code failure}, {@code neutral}, {@code unknown}, or null where the score says it
 * @param score in [0, 1], or null
 * @param name what was looked at, such as {@code tests}
 * @param explanation why
 */
public record Outcome(
        String traceId,
        String source,
        @Nullable String label,
        @Nullable Double score,
        @Nullable String name,
        @Nullable String explanation) {

    /** A success or a failure that a grader found. */
    public static Outcome graded(String traceId, boolean success, String name) {
        return new Outcome(traceId, "grader", success ? "success" : "failure", null, name, null);
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("traceId", traceId);
        body.put("source", source);
        Fields.put(body, "label", label);
        Fields.put(body, "score", score);
        Fields.put(body, "name", name);
        Fields.put(body, "explanation", explanation);
        return body;
    }
}
