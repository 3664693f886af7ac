package tacit.api.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Reads the kit of a workspace. Deterministic and stateless: the files are asked of {@link WorkspaceFiles}. */
@Role("workspace-kit")
@ConsumerType
public interface WorkspaceKit {

    /**
     * What the kit says to a task, section by section, within its bounds; empty without a kit.
     *
     * <p>A task about what people see is shown the workspace's design document too, wherever that stands, or how to do without.
     */
    String context(ContextRequest request);

    /**
     * How the kit stands. Notes in {@code .cowork/kit-state.json} when its first steps were first seen and when they were done;
     * without first steps nothing is written.
     */
    KitStatus status(String workspaceId, Instant now);

    /** How full the files are that every prompt shows. */
    MemoryPressure pressure(String workspaceId);

    /**
     * Puts a text in place of a file of the kit and keeps what it said before in {@code .cowork/.history}.
     *
     * @param file its name, such as {@code AGENTS.md}
     * @param expectedSha256 of the file as the caller knows it; null when it expects none
     * @return false when the file is not what was expected; it was not changed then
     * @throws IllegalArgumentException when a kit has no such file, or the workspace has no folder
     */
    boolean write(String workspaceId, String file, @Nullable String expectedSha256, String text, Instant now);
}
