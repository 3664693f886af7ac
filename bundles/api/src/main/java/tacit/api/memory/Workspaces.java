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
     * @param folder an absolute path of an existing folder
     * @throws IllegalArgumentException when there is no such folder, or it belongs to another workspace
     */
    void attach(String workspaceId, String folder);

    Optional<String> folder(String workspaceId);

    /** The workspaces that have a folder, by id. */
    List<String> list();
}
