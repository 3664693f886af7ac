package tacit.api.reflect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Where dreaming runs are started. Thread-safe. */
@ProviderType
public interface DreamingDesk {

    /**
     * Dreams about a workspace, on the calling thread.
     *
     * @param trigger which of the documented triggers
     * @param reference the pulse's run or the task behind it; null for none
     * @param instructions what to look for; null for what is usual
     * @return empty when the trigger's limits, or the switches, say no
     */
    Optional<DreamingResult> dream(
            String profileId,
            String workspaceId,
            Trigger trigger,
            @Nullable String reference,
            @Nullable String instructions);

    /** What starts a run. */
    enum Trigger {
        HEARTBEAT,
        TASK_COMPLETION,
        MANUAL,
        SYSTEM
    }

    /**
     * What came of it. Immutable.
     *
     * @param status running, completed, failed or skipped
     */
    record DreamingResult(String runId, String status, int candidates) {}
}
