package tacit.api.guard;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.trace.RecordedTrace;

/** Reads what happened in a run from its trace. Keeps nothing. Thread-safe. */
@ProviderType
public interface CallHistories {

    /** The messages and calls of a run in their order; content that Tacit injected is left out. */
    CallHistory history(RecordedTrace trace);

    /**
     * What a guard would have been asked before the call of a span: the call, and what stands before it.
     *
     * @return empty when the span is no call of the run, or was injected
     */
    Optional<GuardQuestion> question(RecordedTrace trace, String spanId);

    /** The history with task and outcome; empty when the trace has no task, or neither success nor failure. */
    Optional<GradedHistory> graded(RecordedTrace trace);
}
