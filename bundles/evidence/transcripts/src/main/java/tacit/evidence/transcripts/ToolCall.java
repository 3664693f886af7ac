package tacit.evidence.transcripts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;

/** A tool call in the making, which waits for its result. Confined to one thread. */
final class ToolCall extends Step {

    private final String callId;
    private final String name;
    private final @Nullable String input;
    private @Nullable String output;
    private @Nullable String errorType;
    private @Nullable Long exitCode;
    private boolean answered;

    ToolCall(Step.Place place, String callId, String name, @Nullable String input) {
        super(place.id(), place.parentId(), place.position(), place.startedAt());
        this.callId = callId;
        this.name = name;
        this.input = input;
    }

    void answer(@Nullable Instant at, @Nullable String result, @Nullable String error) {
        ended(at);
        output = result;
        errorType = error;
        answered = true;
    }

    void exitCode(long value) {
        exitCode = value;
    }

    boolean answered() {
        return answered;
    }

    @Override
    Span build() {
        SpanBuilder span = builder(Operation.EXECUTE_TOOL, Operation.EXECUTE_TOOL + " " + name)
                .input(input)
                .output(output)
                .attribute(Attribute.TOOL_NAME, name)
                .attribute(Attribute.TOOL_CALL_ID, callId)
                .attribute("process.exit.code", exitCode);
        if (errorType != null) {
            span.status(SpanStatus.ERROR).errorType(errorType);
        }
        return span.build();
    }
}
