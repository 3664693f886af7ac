package tacit.pulse.mind.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tacit.api.store.Session;

/** Which files were written. Confined to one transaction. */
public final class FileRows {

    private final Session session;

    public FileRows(Session session) {
        this.session = session;
    }

    /** A file that was written. Immutable. */
    public record Written(String workspaceId, String path, String sha256) {}

    /** A file that was written, with whose it is and whether it stays. Immutable. */
    public record Noted(Written file, String profileId, boolean kept) {}

    /** All files in a workspace. */
    public List<Noted> ofWorkspace(String workspace) {
        return session.select(
                "SELECT * FROM mind_files WHERE workspace_id = ? ORDER BY path",
                row -> new Noted(
                        new Written(row.text("workspace_id"), row.text("path"), row.text("sha256")),
                        row.text("profile_id"),
                        row.truth("kept")),
                workspace);
    }

    public Optional<String> sha256(String workspace, String path) {
        return session.selectOne(
                "SELECT sha256 FROM mind_files WHERE workspace_id = ? AND path = ?",
                row -> row.text("sha256"),
                workspace,
                path);
    }

    /**
     * Notes a file.
     *
     * @param kept whether it stays however old it is, as it is written again and again
     */
    public void put(Written file, String profile, boolean kept, Instant now) {
        remove(file.workspaceId(), file.path());
        session.update(
                "INSERT INTO mind_files (workspace_id, path, profile_id, sha256, kept, written_at) VALUES (?, ?, ?, ?, ?, ?)",
                file.workspaceId(),
                file.path(),
                profile,
                file.sha256(),
                kept,
                now);
    }

    public void remove(String workspace, String path) {
        session.update("DELETE FROM mind_files WHERE workspace_id = ? AND path = ?", workspace, path);
    }

    /** Those of a profile that were written before a moment and do not stay. */
    public List<Written> before(String profile, Instant moment, int limit) {
        return session.select(
                "SELECT * FROM mind_files WHERE kept = FALSE AND profile_id = ? AND written_at < ?"
                        + " ORDER BY written_at, path LIMIT ?",
                row -> new Written(row.text("workspace_id"), row.text("path"), row.text("sha256")),
                profile,
                moment,
                limit);
    }

    public List<Written> ofProfile(String profile) {
        return session.select(
                "SELECT * FROM mind_files WHERE profile_id = ? ORDER BY path",
                row -> new Written(row.text("workspace_id"), row.text("path"), row.text("sha256")),
                profile);
    }
}
