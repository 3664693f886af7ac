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

    /**
     * Whether the memory files of a workspace are so full that a pulse is to dream of them now: false while pulses start no dreams
     * there, or its last one is not long enough ago. Cheap, as each pulse asks, and without effect.
     */
    boolean pressed(String workspaceId);

    /** What starts a run. */
    enum Trigger {
        /** A pulse that saw signals about memories, or was told that files are {@link #pressed}. */
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
