package tacit.pulse.executors;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;

/** Briefs and results with other texts; ids stay. */
final class BriefTexts {

    private BriefTexts() {}

    static TaskBrief of(TaskBrief brief, UnaryOperator<String> text) {
        return new TaskBrief(
                brief.id(),
                brief.profileId(),
                brief.workspaceId(),
                brief.userId(),
                brief.source(),
                brief.runId(),
                text.apply(brief.title()),
                text.apply(brief.prompt()),
                text.apply(brief.context()),
                brief.evidence().stream().map(text).toList(),
                brief.executor(),
                brief.device(),
                brief.timeout(),
                brief.maxTokens(),
                brief.maxMicros(),
                brief.agentConfig(),
                map(brief.attributes(), text));
    }

    static @Nullable TaskResult of(@Nullable TaskResult result, UnaryOperator<String> text) {
        return result == null
                ? null
                : new TaskResult(
                        result.succeeded(),
                        text.apply(result.output()),
                        result.error() == null ? null : text.apply(result.error()),
                        result.environmental(),
                        result.tokens(),
                        result.micros(),
                        result.traceId(),
                        map(result.facts(), text));
    }

    static List<String> of(List<String> lines, UnaryOperator<String> text) {
        return lines.stream().map(text).toList();
    }

    private static Map<String, String> map(Map<String, String> values, UnaryOperator<String> text) {
        Map<String, String> map = new TreeMap<>(values);
        map.replaceAll((name, value) -> text.apply(value));
        return map;
    }
}
