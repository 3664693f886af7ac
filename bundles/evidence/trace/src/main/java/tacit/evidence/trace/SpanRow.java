package tacit.evidence.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Row;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;

/** Turns spans into rows and back. */
final class SpanRow {

    static final List<String> COLUMNS = List.of(
            "trace_no",
            "span_id",
            "workspace_id",
            "parent_id",
            "operation",
            "name",
            "position",
            "started_at",
            "ended_at",
            "status",
            "status_message",
            "error_type",
            "input",
            "output",
            "attributes",
            "events");

    private SpanRow() {}

    static @Nullable Object[] values(long traceNumber, String workspaceId, Span span) {
        return new @Nullable Object[] {
            traceNumber,
            span.id(),
            workspaceId,
            span.parentId(),
            span.operation(),
            span.name(),
            span.position(),
            span.startedAt(),
            span.endedAt(),
            span.status().name(),
            span.statusMessage(),
            span.errorType(),
            span.input(),
            span.output(),
            Json.attributes(span.attributes()),
            Json.events(span.events())
        };
    }

    static Span span(Row row) {
        return Span.builder(row.text("span_id"), row.text("operation"), row.text("name"))
                .parentId(row.optionalText("parent_id").orElse(null))
                .position(row.number("position"))
                .startedAt(row.optionalTime("started_at").orElse(null))
                .endedAt(row.optionalTime("ended_at").orElse(null))
                .status(SpanStatus.valueOf(row.text("status")))
                .statusMessage(row.optionalText("status_message").orElse(null))
                .errorType(row.optionalText("error_type").orElse(null))
                .input(row.optionalText("input").orElse(null))
                .output(row.optionalText("output").orElse(null))
                .attributes(Json.attributes(row.text("attributes")))
                .events(Json.events(row.text("events")))
                .build();
    }
}
