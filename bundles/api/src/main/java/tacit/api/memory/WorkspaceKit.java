package tacit.api.memory;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Reads the kit of a workspace. Deterministic and stateless: the files are asked of {@link WorkspaceFiles}. */
@Role("workspace-kit")
@ConsumerType
public interface WorkspaceKit {

    /** What the kit says to a task, section by section, within its bounds; empty without a kit. */
    String context(ContextRequest request);

    /** What the workspace's design document says to a task; empty unless the task is about what people see. */
    String design(ContextRequest request);

    KitStatus status(String workspaceId, Instant now);
}
