package tacit.api.guard;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.trace.RecordedTrace;

/** Reads what happened in a run from its trace. Keeps nothing. Thread-safe. */
@ProviderType
public interface CallHistories {

    /** The messages and calls of a run in their order; content that Tacit injected is left out. */
    CallHistory history(RecordedTrace trace);

    /** The same with task and outcome; empty when the trace has no task, or neither success nor failure. */
    Optional<GradedHistory> graded(RecordedTrace trace);
}
