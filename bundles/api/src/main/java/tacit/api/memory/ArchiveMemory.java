package tacit.api.memory;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * The archive of what happened in a workspace. Stateless: all of it lies in {@link MemoryStore} as layer {@code archive}, and
 * its settings as layer {@code settings}.
 *
 * <p>What was suppressed is answered by {@link ArchiveObservations} alone.
 */
@Role("archive-memory")
@ConsumerType
public interface ArchiveMemory {

    /** Keeps something, or says why not. */
    CaptureResult capture(CaptureRequest request);

    ArchiveSettings settings(String workspaceId);

    /**
     * Changes settings.
     *
     * @return as they are now
     * @throws IllegalArgumentException when one is out of its bounds, or nothing shows who said so
     */
    ArchiveSettings changeSettings(String workspaceId, ArchiveSettingsChange change);

    /** Memories that the words mean, the best first; each counts as used. */
    List<ArchiveHit> search(Scope scope, ArchiveQuery query);

    /**
     * Memories that hold a mark such as {@code [SUGGESTION]}, the newest first, none that is private.
     *
     * @param limit in [1, 100]
     */
    List<MemoryRecord> marked(Scope scope, Audience audience, String mark, int limit);

    /**
     * The newest, none that is private.
     *
     * @param limit in [1, 200]
     */
    List<MemoryRecord> recent(Scope scope, Audience audience, int limit);

    /**
     * Memories of a run, the newest first, private ones where the audience may see them.
     *
     * @param limit in [1, 200]
     */
    List<MemoryRecord> byTask(Scope scope, Audience audience, String taskId, int limit);

    /**
     * What was captured half an hour before and after a memory, in the order of time, itself in it; empty for an unknown one.
     *
     * @param window so many on each side at most, in [1, 20]
     */
    List<MemoryRecord> timeline(Scope scope, Audience audience, String id, int window);

    /**
     * Memories of these ids whole, in their order; each counts as used. Those that are unknown or not for this audience are passed
     * over.
     *
     * @param ids at most 25
     */
    List<MemoryRecord> details(Scope scope, Audience audience, List<String> ids);

    ArchiveStats stats(Scope scope);

    /**
     * Removes what the archive of a workspace keeps, or what it keeps of a user, with all copies; its settings stay.
     *
     * @return how many were removed
     */
    int clear(Scope scope);
}
