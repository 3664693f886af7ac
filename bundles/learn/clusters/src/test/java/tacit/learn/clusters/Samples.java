package tacit.learn.clusters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;

/** Failures for tests. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    static FailureRecord failure(String id, String traceId, String template) {
        return failure(id, traceId, template, FailureClass.AGENT, Severity.MEDIUM);
    }

    static FailureRecord failure(
            String id, String traceId, String template, FailureClass failureClass, Severity severity) {
        Finding finding = new Finding(
                "span-" + id, "tool_error", failureClass, severity, 0.6, "A call failed", "Told so: " + id, "E42");
        Signature signature = new Signature("execute_tool", "lookup", "tool_error", template, "middle");
        return new FailureRecord(
                id, traceId, "task-" + traceId, "failed_call", finding, signature, 10, Duration.ofMillis(250), NOON);
    }

    static FailureRecord at(FailureRecord failure, Instant time) {
        return new FailureRecord(
                failure.id(),
                failure.traceId(),
                failure.taskKey(),
                failure.detector(),
                failure.finding(),
                failure.signature(),
                failure.tokens(),
                failure.duration(),
                time);
    }

    static List<String> traces(List<FailureRecord> failures) {
        return failures.stream().map(FailureRecord::traceId).distinct().toList();
    }
}
