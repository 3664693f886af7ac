package tacit.api.memory;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Takes over what another program kept in a workspace's folder, the first time that it is seen. Deterministic and stateless:
 * what was taken over lies in {@link MemoryStore}, with a mark that it was.
 */
@Role("workspace-migration")
@ConsumerType
public interface WorkspaceMigration {

    /**
     * Makes entries of the curated memory from the blocks in the files of a workspace, once for its folder, and tells what else
     * lies there and is read where it lies. Nothing in the folder changes. Asked again, also after it broke off or by several
     * hosts at once, it adds nothing twice and brings nothing back that was removed since.
     *
     * @param dryRun whether it only tells what it would do
     */
    MigrationReport migrate(String workspaceId, boolean dryRun);
}
