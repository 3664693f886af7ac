package tacit.evidence.trace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Traces and spans for the tests of this package. */
final class Traces {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Traces() {}

    static Trace trace(String id) {
        return Trace.builder(id)
                .agent("clerk")
                .startedAt(START)
                .endedAt(START.plusSeconds(9))
                .build();
    }

    static Span span(String id) {
        return Span.builder(id, Operation.EXECUTE_TOOL, "query")
                .parentId("root")
                .position(3)
                .startedAt(START)
                .endedAt(START.plusMillis(1500))
                .status(SpanStatus.ERROR)
                .statusMessage("no such column")
                .errorType("SQLSyntaxErrorException")
                .input("SELECT name FROM people")
                .output("user lacks privilege or object not found: NAME")
                .attributes(Map.of("rows", 0L, "share", 0.5, "done", true, "tags", List.of("a", "b")))
                .event(new SpanEvent("exception", START, Map.of("exception.type", "SQLException")))
                .build();
    }

    static TraceUpdate update(String id, String... spans) {
        return TraceUpdate.of(
                trace(id), List.of(spans).stream().map(Traces::span).toList());
    }

    static TraceUpdate judgement(String id, OutcomeLabel label, OutcomeSource source) {
        return new TraceUpdate(Trace.builder(id).build(), List.of(), List.of(Outcome.of(label, source)));
    }
}
