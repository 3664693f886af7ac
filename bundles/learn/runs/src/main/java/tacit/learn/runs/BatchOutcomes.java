package tacit.learn.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** How the tasks of a batch of runs went, by their traces. Thread-safe. */
final class BatchOutcomes {

    private final TraceStore traces;

    BatchOutcomes(TraceStore traces) {
        this.traces = traces;
    }

    /** One run for each task, in their order; unanswerable without a graded trace. Of several runs of a task the oldest counts. */
    List<ReplayRun> read(Scope scope, String experimentId, Arm arm, String batch, List<String> keys, Instant at) {
        Map<String, Trace> byTask = byTask(scope, batch);
        List<ReplayRun> runs = new ArrayList<>();
        for (String key : keys) {
            runs.add(run(scope, experimentId, arm, key, byTask.get(key), at));
        }
        return runs;
    }

    /** How a task went in one run; unanswerable without one. */
    ReplayRun run(Scope scope, String experimentId, Arm arm, String key, @Nullable Trace trace, Instant at) {
        Outcome outcome = outcome(trace);
        @Nullable Long tokens = trace == null ? null : tokens(scope, trace);
        return new ReplayRun(key, experimentId, arm, outcome, reason(trace, outcome), took(trace), at, tokens);
    }

    /** The list is newest first, so that the oldest stays. */
    private Map<String, Trace> byTask(Scope scope, String batch) {
        Map<String, Trace> byTask = new HashMap<>();
        int offset = 0;
        Page<Trace> page;
        do {
            page = traces.list(scope, TraceFilter.ofBatch(batch), new PageRequest(offset, PageRequest.MAX_LIMIT));
            for (Trace trace : page.rows()) {
                if (trace.taskKey() != null) {
                    byTask.put(trace.taskKey(), trace);
                }
            }
            offset += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore());
        return byTask;
    }

    private static Outcome outcome(@Nullable Trace trace) {
        OutcomeLabel label =
                trace == null ? OutcomeLabel.UNKNOWN : trace.outcome().label();
        if (label == OutcomeLabel.SUCCESS) {
            return Outcome.PASSED;
        }
        return label == OutcomeLabel.FAILURE ? Outcome.FAILED : Outcome.UNANSWERABLE;
    }

    private static @Nullable String reason(@Nullable Trace trace, Outcome outcome) {
        if (trace == null) {
            return "The agent left no trace of it";
        }
        return switch (outcome) {
            case PASSED -> null;
            case FAILED -> "Trace " + trace.id() + " failed";
            case UNANSWERABLE -> "Nobody graded trace " + trace.id();
        };
    }

    private static Duration took(@Nullable Trace trace) {
        Instant begin = trace == null ? null : trace.startedAt();
        Instant end = trace == null ? null : trace.endedAt();
        return begin == null || end == null || end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end);
    }

    /** Null when no span says how many: that is not the same as none. */
    private @Nullable Long tokens(Scope scope, Trace trace) {
        return traces.find(scope, trace.id())
                .filter(run -> run.spans().stream().anyMatch(BatchOutcomes::tellsTokens))
                .map(RecordedTrace::tokens)
                .orElse(null);
    }

    private static boolean tellsTokens(Span span) {
        return span.number(Attribute.INPUT_TOKENS).isPresent()
                || span.number(Attribute.OUTPUT_TOKENS).isPresent();
    }
}
