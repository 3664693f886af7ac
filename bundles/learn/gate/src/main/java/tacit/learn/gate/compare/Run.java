package tacit.learn.gate.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** One run, put together from all the parts in which its trace was read. Confined to one thread. */
final class Run {

    private final Trace trace;
    private final Map<String, Span> spans = new HashMap<>();
    private @Nullable String taskKey;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private Outcome outcome = Outcome.UNKNOWN;

    Run(Trace trace) {
        this.trace = trace.toBuilder().attributes(Map.of()).build();
    }

    void add(TraceUpdate update) {
        Trace part = update.trace();
        taskKey = taskKey == null ? part.taskKey() : taskKey;
        within(part.startedAt(), part.endedAt());
        said(part.outcome());
        update.outcomes().forEach(this::said);
        for (Span span : update.spans()) {
            within(span.startedAt(), span.endedAt());
            spans.putIfAbsent(span.id(), withoutContent(span));
        }
    }

    private void said(Outcome statement) {
        if (statement.outweighs(outcome)) {
            outcome = statement;
        }
    }

    private void within(@Nullable Instant start, @Nullable Instant end) {
        if (start != null && (startedAt == null || start.isBefore(startedAt))) {
            startedAt = start;
        }
        if (end != null && (endedAt == null || end.isAfter(endedAt))) {
            endedAt = end;
        }
    }

    // A batch is held in memory as a whole: only what counts tokens is kept
    private static Span withoutContent(Span span) {
        return span.toBuilder().input(null).output(null).events(List.of()).build();
    }

    Optional<String> taskKey() {
        return Optional.ofNullable(taskKey);
    }

    OutcomeLabel label() {
        return outcome.label();
    }

    boolean passed() {
        return label() == OutcomeLabel.SUCCESS;
    }

    /** The time from its start to its end; empty when it was not recorded. */
    Optional<Duration> latency() {
        return startedAt == null || endedAt == null || !endedAt.isAfter(startedAt)
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, endedAt));
    }

    /** The tokens of its model calls; empty when none were recorded. */
    Optional<Long> tokens() {
        long tokens = new RecordedTrace(trace, List.copyOf(spans.values())).tokens();
        return tokens > 0 ? Optional.of(tokens) : Optional.empty();
    }
}
