package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Recorded;

/**
 * The folders of workspaces, as far as Tacit may look into them and write there. Thread-safe.
 *
 * <p>Paths are relative, with slashes. Nothing outside the folder is reached, by {@code ..}, by a link or by an absolute path:
 * such a path is an {@link IllegalArgumentException}. A workspace without a folder has no files.
 */
@Recorded
@ProviderType
public interface WorkspaceFiles {

    /** The folder of a workspace on this machine, in words for people; empty when it has none. */
    Optional<String> folder(String workspaceId);

    /**
     * Reads the begin of a text file.
     *
     * @param mostBytes how much of it
     * @return empty when there is no such file
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    Optional<WorkspaceFile> read(String workspaceId, String path, int mostBytes);

    /**
     * The files in a folder and below, by path; links are not followed.
     *
     * @param folder empty for the workspace's own
     * @param depth how far below, 1 for the folder alone
     * @param skipped names of folders that are not entered
     */
    List<Entry> list(String workspaceId, String folder, int depth, List<String> skipped);

    /**
     * A file in a list.
     *
     * @param path below the workspace's folder
     * @param size in bytes
     * @param modifiedAt when it was last changed
     */
    record Entry(String path, long size, Instant modifiedAt) {}

    /**
     * Puts a text in place of a file at once: whoever reads it sees the old or the new one.
     *
     * @param expectedSha256 of the file as the caller knows it; null when it expects none
     * @return false when the file is not, or no longer, what was expected; nothing was changed then
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    boolean replace(String workspaceId, String path, @Nullable String expectedSha256, String text);

    /**
     * Removes a text file.
     *
     * @param expectedSha256 of the file as the caller knows it
     * @return false when the file is not, or no longer, what was expected; it was not removed then
     * @throws java.io.UncheckedIOException when it cannot be removed
     */
    boolean delete(String workspaceId, String path, String expectedSha256);
}
