package tacit.memory.kit;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WorkspaceFiles.Entry;

/** The files of one workspace as the kit sees them in one call: one list first, so that only what is there is read. */
final class Folder {

    /** How much of a file is looked at. */
    static final int MOST_BYTES = 96 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Folder.class);

    private final WorkspaceFiles files;
    private final String workspaceId;
    private final Map<String, Entry> there = new HashMap<>();

    Folder(WorkspaceFiles files, String workspaceId) {
        this.files = files;
        this.workspaceId = workspaceId;
        list(Contract.FOLDER, 1).forEach(entry -> there.put(entry.path(), entry));
    }

    /** Whether the workspace has a folder at all. */
    boolean isAttached() {
        return files.folder(workspaceId).isPresent();
    }

    List<Entry> list(String folder, int depth) {
        return files.list(workspaceId, folder, depth, List.of());
    }

    /** A file of the kit, by its path. */
    Optional<Entry> kitFile(String path) {
        return Optional.ofNullable(there.get(path));
    }

    Optional<WorkspaceFile> readKit(String path) {
        return there.containsKey(path) ? read(path) : Optional.empty();
    }

    /** Empty when it is not there, or cannot be read: one bad file must not hide the others. */
    Optional<WorkspaceFile> read(String path) {
        try {
            return files.read(workspaceId, path, MOST_BYTES);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            log.debug("Cannot read '{}' of workspace '{}'", path, workspaceId, e);
            return Optional.empty();
        }
    }
}
