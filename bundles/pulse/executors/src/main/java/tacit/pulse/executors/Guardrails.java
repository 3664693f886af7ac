package tacit.pulse.executors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;

/**
 * What one task may use at most, whatever its brief says. Immutable.
 *
 * @param maxTokens 0 for no bound
 * @param maxMicros 0 for no bound
 */
record Guardrails(long maxTokens, long maxMicros) {

    /** A result with what it used too much of. */
    record Judged(TaskResult result, boolean over, List<String> lines) {}

    Guardrails {
        if (maxTokens < 0 || maxMicros < 0) {
            throw new IllegalArgumentException("maxTokens and maxMicros must not be negative");
        }
    }

    private static long tighter(long one, long other) {
        return one == 0 ? other : other == 0 ? one : Math.min(one, other);
    }

    TaskBrief tightened(TaskBrief brief) {
        return new TaskBrief(
                brief.id(),
                brief.profileId(),
                brief.workspaceId(),
                brief.userId(),
                brief.source(),
                brief.runId(),
                brief.title(),
                brief.prompt(),
                brief.context(),
                brief.evidence(),
                brief.executor(),
                brief.device(),
                brief.timeout(),
                tighter(brief.maxTokens(), maxTokens),
                tighter(brief.maxMicros(), maxMicros),
                brief.agentConfig(),
                brief.attributes());
    }

    /** What was used cannot be taken back: a result above its bounds stays, and says so. */
    Judged judge(TaskBrief brief, TaskResult result) {
        Map<String, String> facts = new TreeMap<>(result.facts());
        List<String> lines = new ArrayList<>();
        over("tokens", result.tokens(), tighter(brief.maxTokens(), maxTokens), facts, lines);
        over("micros", result.micros(), tighter(brief.maxMicros(), maxMicros), facts, lines);
        TaskResult judged = new TaskResult(
                result.succeeded(),
                result.output(),
                result.error(),
                result.environmental(),
                result.tokens(),
                result.micros(),
                result.traceId(),
                facts);
        return new Judged(judged, !lines.isEmpty(), List.copyOf(lines));
    }

    private static void over(String what, long used, long bound, Map<String, String> facts, List<String> lines) {
        if (bound > 0 && used > bound) {
            facts.put("over." + what, String.valueOf(used - bound));
            lines.add("over budget: " + used + " " + what + ", allowed were " + bound);
        }
    }
}
