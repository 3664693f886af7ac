package tacit.memory.external;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryWrite;

/**
 * How writes to memories outside are laid down for the gate: at once or after somebody approved it, both ways do what such a
 * write carries.
 */
public final class Outgoing {

    /** Lets it remember a text. */
    public static final String REMEMBER = "remember";
    /** Lets it remember a copy of a memory. */
    public static final String MIRROR = "mirror";
    /** Lets it forget a text. */
    public static final String FORGET = "forget";

    static final String PROVIDER = "provider";
    static final String CONTAINER = "container";
    static final String REMOTE = "remote";
    /** Of the text of the memory when its copy was asked for; whoever approves it may word the copy otherwise. */
    static final String DIGEST = "digest";

    static final String METADATA = "metadata.";

    private final String workspaceId;
    private final String action;
    private final MemoryWrite.Origin origin;
    private final SortedMap<String, String> payload = new TreeMap<>();
    private @Nullable String taskId;
    private List<Evidence> evidence = List.of();

    private Outgoing(String workspaceId, String action, MemoryWrite.Origin origin, String provider) {
        this.workspaceId = workspaceId;
        this.action = action;
        this.origin = origin;
        payload.put(PROVIDER, provider);
    }

    public static Outgoing of(String workspaceId, String action, MemoryWrite.Origin origin, String provider) {
        return new Outgoing(workspaceId, action, origin, provider);
    }

    public Outgoing content(@Nullable String content) {
        return with(MemoryWrite.CONTENT, content);
    }

    public Outgoing container(@Nullable String container) {
        return with(CONTAINER, container);
    }

    /** What it is called outside. */
    public Outgoing remote(@Nullable String id) {
        return with(REMOTE, id);
    }

    /** The memory that it is a copy of. */
    Outgoing memory(MemoryRecord memory) {
        return with(MemoryWrite.ID, memory.id()).with(DIGEST, Digest.of(memory.text()));
    }

    public Outgoing user(@Nullable String userId) {
        return with(MemoryWrite.USER, userId);
    }

    public Outgoing metadata(String name, @Nullable String value) {
        return with(METADATA + name, value);
    }

    public Outgoing run(@Nullable String run, List<Evidence> from) {
        taskId = run;
        evidence = List.copyOf(from);
        return this;
    }

    private Outgoing with(String name, @Nullable String value) {
        if (value != null) {
            payload.put(name, value);
        }
        return this;
    }

    public MemoryWrite write() {
        return new MemoryWrite(
                workspaceId, MemoryWrite.Target.EXTERNAL, action, origin, taskId, payload, null, null, evidence);
    }
}
