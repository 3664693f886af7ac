package tacit.api.recall;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.memory.WorkspaceFiles;

/**
 * Makes documents of the notes that lie in a workspace's folder. Deterministic and stateless: it reads files, and whoever asks
 * keeps the index like them.
 */
@Role("workspace-notes")
@ConsumerType
public interface WorkspaceNotes {

    /** The type of each document. */
    String TYPE = "workspace_note";

    /** How the group of each document begins. */
    String GROUP = "note:";

    /** The files that are notes, by path; none for a workspace without a folder. */
    List<WorkspaceFiles.Entry> files(String workspaceId);

    /**
     * The pieces of a note in their order, without secrets. Each is private to the workspace and belongs to no user, and has the
     * attributes {@code path} below the workspace's folder, {@code start_line} and {@code end_line}. A group holds at most 500.
     *
     * @return empty where there is no such note
     */
    List<SearchDocument> documents(String workspaceId, String path);
}
