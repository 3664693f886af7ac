package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of a memory that somebody wants, as a whole: who approves it later has exactly this done. Immutable.
 *
 * @param workspaceId the workspace
 * @param target which memory it changes
 * @param action what to do, as the target knows it, such as {@code add}, {@code replace}, {@code remove}, {@code upsert}
 * @param origin who wants it
 * @param taskId the run that it comes from; null for none
 * @param payload what the target needs, by name
 * @param oldValue what stands there now, for people; null for nothing
 * @param reason why; null when nobody said
 * @param evidence where it comes from, for people
 */
public record MemoryWrite(
        String workspaceId,
        Target target,
        String action,
        Origin origin,
        @Nullable String taskId,
        SortedMap<String, String> payload,
        @Nullable String oldValue,
        @Nullable String reason,
        List<Evidence> evidence) {

    /** In the payload, the text that shall be remembered; what a reviewer may replace. */
    public static final String CONTENT = "content";

    /** In the payload, the user to whom it belongs; missing where it belongs to none. */
    public static final String USER = "user";

    /** In the payload, the id of the memory that is changed; missing for a new one. */
    public static final String ID = "id";

    /** Which memory a write changes. */
    public enum Target {
        ARCHIVE,
        CURATED,
        /** The knowledge graph. */
        GRAPH,
        /** A memory outside this host. */
        EXTERNAL
    }

    /** Who wants a write. */
    public enum Origin {
        /** The agent, by a tool. */
        AGENT_TOOL,
        /** The capture of what happens in a run. */
        AUTO_CAPTURE,
        /** Work without a user, such as a heartbeat. */
        BACKGROUND,
        DREAMING,
        /** The distilling of traces into memories. */
        DISTILL,
        /** The mirroring of memories to the outside. */
        EXTERNAL_MIRROR,
        SYSTEM
    }

    public MemoryWrite {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(origin, "origin");
        payload = Collections.unmodifiableSortedMap(new TreeMap<>(payload));
        evidence = List.copyOf(evidence);
    }
}
