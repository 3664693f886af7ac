package tacit.pulse.executors;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;
import tacit.api.ingest.Redactor;

/** Takes secrets and what is too much out of briefs and results before they are kept. Immutable, thread-safe. */
final class Cleaning {

    static final int LONGEST_PROMPT = 64_000;
    static final int LONGEST_CONTEXT = 256_000;
    static final int LONGEST_OUTPUT = 48_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_ENTRIES = 100;
    private static final String CUT = " … [cut] … ";

    private final Redactor redactor;

    Cleaning(Redactor redactor) {
        this.redactor = redactor;
    }

    TaskBrief brief(TaskBrief brief) {
        return new TaskBrief(
                brief.id(),
                brief.profileId(),
                brief.workspaceId(),
                brief.userId(),
                brief.source(),
                brief.runId(),
                text(brief.title(), LONGEST_LINE),
                text(brief.prompt(), LONGEST_PROMPT),
                text(brief.context(), LONGEST_CONTEXT),
                brief.evidence().stream()
                        .limit(MOST_ENTRIES)
                        .map(one -> text(one, LONGEST_LINE))
                        .toList(),
                brief.executor(),
                brief.device(),
                brief.timeout(),
                brief.maxTokens(),
                brief.maxMicros(),
                map(brief.agentConfig()),
                map(brief.attributes()));
    }

    TaskResult result(TaskResult result) {
        return new TaskResult(
                result.succeeded(),
                text(result.output(), LONGEST_OUTPUT),
                optional(result.error()),
                result.environmental(),
                result.tokens(),
                result.micros(),
                optional(result.traceId()),
                map(result.facts()));
    }

    List<String> lines(List<String> lines) {
        return lines.stream()
                .limit(MOST_ENTRIES)
                .map(line -> text(line, LONGEST_LINE))
                .toList();
    }

    private @Nullable String optional(@Nullable String text) {
        return text == null ? null : text(text, LONGEST_LINE);
    }

    private Map<String, String> map(Map<String, String> values) {
        Map<String, String> clean = new TreeMap<>();
        new TreeMap<>(values)
                .entrySet().stream()
                        .limit(MOST_ENTRIES)
                        .forEach(entry -> clean.put(
                                entry.getKey(),
                                redactor.secretName(entry.getKey())
                                        ? "[secret]"
                                        : text(entry.getValue(), LONGEST_LINE)));
        return clean;
    }

    /** Secrets go first: one that is cut in two is not seen any more. */
    private String text(String text, int most) {
        return bounded(redactor.redact(text).text(), most);
    }

    /** The beginning and the end of what is too long. */
    static String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int half = (most - CUT.length()) / 2;
        return whole(text.substring(0, half)) + CUT + text.substring(text.length() - half);
    }

    private static String whole(String beginning) {
        int last = beginning.length() - 1;
        return Character.isHighSurrogate(beginning.charAt(last)) ? beginning.substring(0, last) : beginning;
    }
}
