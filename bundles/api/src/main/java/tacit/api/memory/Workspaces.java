package tacit.api.memory;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Which folder belongs to which workspace. Thread-safe; durable. */
@ProviderType
public interface Workspaces {

    /**
     * Gives a workspace its folder, in place of any former one.
     *
     * <p>Nothing in the folder is changed.
     *
     * @param folder an absolute path of an existing folder
     * @throws IllegalArgumentException when there is no such folder, or another workspace's folder is it, holds it or is in it
     */
    void attach(String workspaceId, String folder);

    /**
     * Takes its folder from a workspace; nothing in the folder is changed.
     *
     * @return whether it had one
     */
    boolean detach(String workspaceId);

    Optional<String> folder(String workspaceId);

    /** The workspaces that have a folder, by id. */
    List<String> list();
}
