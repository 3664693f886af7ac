package tacit.api.guard;

import java.util.Objects;

/**
 * May this call be made now? Immutable.
 *
 * @param call the call that an agent is about to make
 * @param history what happened before it
 */
public record GuardQuestion(ToolCall call, CallHistory history) {

    public GuardQuestion {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(history, "history");
    }
}
