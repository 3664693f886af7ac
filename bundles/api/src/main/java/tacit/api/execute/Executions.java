package tacit.api.execute;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/**
 * Work that was given. It is durable before {@link #submit} answers and done in the background; after a crash what was begun is
 * FAILED as interrupted, and never begun a second time by itself. Thread-safe.
 */
@ProviderType
public interface Executions {

    /**
     * Gives work; the same id again gives the execution that there is.
     *
     * @param approvalId what it has to wait for; null to begin at once
     * @throws IllegalArgumentException when no route leads anywhere: says what was tried
     */
    Execution submit(TaskBrief brief, @Nullable String approvalId);

    /** Lets work begin that waited; false when it did not wait. */
    boolean release(String id, String by);

    /** Stops work, and waits for nothing; false when it had ended. */
    boolean cancel(String id, String by, String reason);

    Optional<Execution> find(String id);

    /** The execution of a brief. */
    Optional<Execution> ofBrief(String briefId);

    /** The newest first; what is null does not matter. */
    Page<Execution> list(
            @Nullable String profileId,
            @Nullable String workspaceId,
            Execution.@Nullable State state,
            PageRequest page);

    /** Those that have not ended, the oldest first. */
    List<Execution> open(@Nullable String profileId);

    /** Names of the executors that there are. */
    List<String> executors();

    /** Where work can be done, as the operator configured it. */
    List<Device> devices();

    /**
     * An execution target. Immutable.
     *
     * @param name of it
     * @param executor that works on it
     * @param workspaces whose work it takes; empty for every one
     * @param priority the lower the earlier
     * @param enabled whether it is used
     * @param problem what is wrong with it; empty for nothing
     * @param running how much runs on it
     * @param capacity how much may run on it at once
     */
    record Device(
            String name,
            String executor,
            List<String> workspaces,
            int priority,
            boolean enabled,
            String problem,
            int running,
            int capacity) {

        public Device {
            workspaces = List.copyOf(workspaces);
        }
    }
}
