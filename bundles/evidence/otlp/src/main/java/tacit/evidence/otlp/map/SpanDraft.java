package tacit.evidence.otlp.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.evidence.otlp.wire.WireSpan;

/** A span that is being understood; the first to say something of it is believed. Confined to one thread. */
final class SpanDraft {

    private final WireSpan wire;
    private final Draft attributes;
    private final RunFacts run = new RunFacts();
    private final List<SpanEvent> events;
    private @Nullable String operation;
    private @Nullable String input;
    private @Nullable String output;
    private @Nullable String errorType;
    private @Nullable String statusMessage;

    SpanDraft(WireSpan wire) {
        this.wire = wire;
        attributes = new Draft(wire.attributes());
        events = new ArrayList<>(wire.events());
        statusMessage = wire.statusMessage();
    }

    WireSpan wire() {
        return wire;
    }

    Draft attributes() {
        return attributes;
    }

    RunFacts run() {
        return run;
    }

    /** The events that nobody took yet; may be changed. */
    List<SpanEvent> events() {
        return events;
    }

    @Nullable
    String operation() {
        return operation;
    }

    void offerOperation(@Nullable String value) {
        operation = operation == null ? value : operation;
    }

    /** Replaces an operation that said less. */
    void refineOperation(String value) {
        operation = value;
    }

    void offerInput(@Nullable String value) {
        input = input == null ? value : input;
    }

    void offerOutput(@Nullable String value) {
        output = output == null ? value : output;
    }

    void offerErrorType(@Nullable String value) {
        errorType = errorType == null ? value : errorType;
    }

    void offerStatusMessage(@Nullable String value) {
        statusMessage = statusMessage == null ? value : statusMessage;
    }

    Span span(long position) {
        return Span.builder(wire.id(), operation == null ? Operation.STEP : operation, wire.name())
                .parentId(wire.parentId())
                .position(position)
                .startedAt(wire.startedAt())
                .endedAt(wire.endedAt())
                .status(wire.status())
                .statusMessage(statusMessage)
                .errorType(errorType)
                .input(input)
                .output(output)
                .attributes(attributes.rest())
                .events(events)
                .build();
    }
}
