package tacit.memory.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.Workspaces;
import tacit.api.store.Database;
import tacit.api.store.Session;

/** Keeps in the database which folder belongs to which workspace. Thread-safe. */
@Component
public final class SqlWorkspaces implements Workspaces {

    private static final int LONGEST_ID = 200;

    private final Database database;

    @Activate
    public SqlWorkspaces(@Reference Database database) {
        this.database = database;
        database.migrate("tacit.memory.workspace", SqlWorkspaces.class);
    }

    @Override
    public void attach(String workspaceId, String folder) {
        if (workspaceId.isBlank() || workspaceId.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "workspaceId must have 1 to " + LONGEST_ID + " characters, got '" + workspaceId + "'");
        }
        Path real = real(folder);
        database.write(session -> {
            refuseShared(session, workspaceId, real);
            session.update("DELETE FROM workspace_folders WHERE workspace_id = ?", workspaceId);
            return session.update(
                    "INSERT INTO workspace_folders (workspace_id, folder, folder_key) VALUES (?, ?, ?)",
                    workspaceId,
                    real.toString(),
                    Sha256.of(real.toString()));
        });
    }

    @Override
    public boolean detach(String workspaceId) {
        return database.write(
                session -> session.update("DELETE FROM workspace_folders WHERE workspace_id = ?", workspaceId) > 0);
    }

    @Override
    public Optional<String> folder(String workspaceId) {
        return database.read(session -> session.selectOne(
                "SELECT folder FROM workspace_folders WHERE workspace_id = ?", row -> row.text("folder"), workspaceId));
    }

    @Override
    public List<String> list() {
        return database.read(SqlWorkspaces::all).keySet().stream().sorted().toList();
    }

    /** A folder inside another workspace's folder would let one workspace read the other's files. */
    private static void refuseShared(Session session, String workspaceId, Path folder) {
        all(session).forEach((other, path) -> {
            Path taken = Path.of(path);
            if (!other.equals(workspaceId) && (taken.startsWith(folder) || folder.startsWith(taken))) {
                throw new IllegalArgumentException(
                        "folder must not be shared with another workspace, got '" + folder + "' of '" + other + "'");
            }
        });
    }

    private static Map<String, String> all(Session session) {
        return session
                .select(
                        "SELECT workspace_id, folder FROM workspace_folders",
                        row -> Map.entry(row.text("workspace_id"), row.text("folder")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Path real(String folder) {
        try {
            Path path = Path.of(folder);
            if (path.isAbsolute()
                    && Files.isDirectory(path)
                    && path.toRealPath().getNameCount() > 0) {
                return path.toRealPath();
            }
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("folder must be an existing folder, got '" + folder + "'", e);
        }
        throw new IllegalArgumentException(
                "folder must be the absolute path of an existing folder below the root, got '" + folder + "'");
    }
}
