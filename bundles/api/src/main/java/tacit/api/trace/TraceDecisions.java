package tacit.api.trace;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Decision;

/**
 * Finds what the guard said to calls of tools that a run made. Nothing ties a question to a run, so a decision counts as one of a
 * call when it asked for the same tool with the same arguments, shortly before or while it ran. The record is a sample, so that none
 * found does not mean that none was made. Thread-safe.
 */
@ProviderType
public interface TraceDecisions {

    /** The most decisions that are looked through for one run. */
    int MOST = 500;

    /** Decisions of a run, in the order of its calls, each with the call's span; of all workspaces, as nothing says of which one is. */
    List<OfCall> of(RecordedTrace run);

    /**
     * A decision about a call. Immutable.
     *
     * @param spanId the call that was made
     * @param decision the newest question about it before it ended
     */
    record OfCall(String spanId, Decision decision) {}
}
