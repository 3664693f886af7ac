package tacit.memory.transcripts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** The ledger of calls that failed in a run and in earlier runs of its task, without those that succeeded later. Stateless. */
final class FailedSteps {

    private static final int EARLIER_RUNS = 5;

    /**
     * A call that failed.
     *
     * @param tool that was called
     * @param arguments as they were given
     * @param error what came of it
     * @param times how often exactly that happened
     */
    record Step(String tool, String arguments, String error, int times) {}

    private final TraceStore traces;

    FailedSteps(TraceStore traces) {
        this.traces = traces;
    }

    /**
     * Those of runs of one user, and of runs of nobody.
     *
     * @param userId who asks; null while that is unknown
     */
    List<Step> of(Scope scope, @Nullable String taskId, @Nullable String userId) {
        Map<String, Step> failed = new LinkedHashMap<>();
        for (String run : runs(scope, taskId)) {
            traces.find(scope, run)
                    .filter(found -> found.trace().userId() == null
                            || found.trace().userId().equals(userId))
                    .ifPresent(trace -> count(trace, failed));
        }
        return List.copyOf(failed.values());
    }

    /** The earlier runs first. */
    private Set<String> runs(Scope scope, @Nullable String taskId) {
        Set<String> runs = new LinkedHashSet<>();
        if (taskId == null) {
            return runs;
        }
        String key =
                traces.find(scope, taskId).map(found -> found.trace().taskKey()).orElse(null);
        if (key != null) {
            TraceFilter sameTask = new TraceFilter(null, key, null, null, null, null, null);
            List<String> newest =
                    new ArrayList<>(traces.list(scope, sameTask, PageRequest.first(EARLIER_RUNS)).rows().stream()
                            .map(Trace::id)
                            .toList());
            Collections.reverse(newest);
            runs.addAll(newest);
        }
        runs.remove(taskId);
        runs.add(taskId);
        return runs;
    }

    private static void count(RecordedTrace trace, Map<String, Step> failed) {
        for (Span span : trace.spans()) {
            if (!span.operation().equals(Operation.EXECUTE_TOOL)) {
                continue;
            }
            String tool = span.tool().orElse(span.name());
            String arguments = span.input() == null ? "" : span.input().strip();
            if (span.status() == SpanStatus.ERROR || span.errorType() != null) {
                String error = error(span);
                failed.merge(
                        key(tool, arguments) + error,
                        new Step(tool, arguments, error, 1),
                        (before, now) -> new Step(tool, arguments, error, before.times() + 1));
            } else {
                failed.keySet().removeIf(key -> key.startsWith(key(tool, arguments)));
            }
        }
    }

    private static String key(String tool, String arguments) {
        return tool + '\n' + arguments + '\n';
    }

    private static String error(Span span) {
        String message = span.statusMessage();
        if (message != null && !message.isBlank()) {
            return message.strip();
        }
        return span.errorType() == null ? "an error" : span.errorType();
    }
}
