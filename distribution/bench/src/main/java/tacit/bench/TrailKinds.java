package tacit.bench;

import java.util.Map;
import java.util.Optional;
import tacit.learn.mine.detect.Category;

/** Which kind of failure the annotators of TRAIL call by which name. */
final class TrailKinds {

    /** From Tacit's kinds to TRAIL's; a kind that is not here is one that TRAIL does not annotate. */
    static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(Category.TOOL_ERROR, "Formatting Errors"),
            Map.entry(Category.MALFORMED_RESULT, "Formatting Errors"),
            Map.entry(Category.INSTRUCTION_IGNORED, "Instruction Non-compliance"),
            Map.entry(Category.GOAL_DEVIATION, "Goal Deviation"),
            Map.entry(Category.INVENTED_RESULT, "Tool-related"),
            Map.entry(Category.UNVERIFIED_CLAIM, "Language-only"),
            Map.entry(Category.REPEATED_CALL, "Resource Abuse"),
            Map.entry(Category.CALL_NOT_MADE, "Task Orchestration"),
            Map.entry(Category.WRONG_TOOL, "Tool Selection Errors"),
            Map.entry(Category.WRONG_DIAGNOSIS, "Incorrect Problem Identification"),
            Map.entry(Category.LOST_CONTEXT, "Context Handling Failures"),
            Map.entry(Category.POOR_RETRIEVAL, "Poor Information Retrieval"),
            Map.entry(Category.MISSING_VERIFICATION, "Tool Output Misinterpretation"),
            Map.entry(Category.RESOURCE_EXHAUSTED, "Resource Exhaustion"),
            Map.entry(Category.TIMEOUT, "Timeout Issues"),
            Map.entry(Category.RATE_LIMIT, "Rate Limiting"),
            Map.entry(Category.SERVICE_ERROR, "Service Errors"),
            Map.entry(Category.ACCESS_DENIED, "Authentication Errors"));

    private TrailKinds() {}

    /** The annotators' name; a kind that they do not know keeps its own name, and counts as a wrong prediction. */
    static String name(String kind) {
        return Optional.ofNullable(NAMES.get(kind)).orElse(kind);
    }
}
