package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * A vault of linked notes in a workspace's folder: what was gathered stays as it came, notes are built on it, and its health can
 * be reported. Deterministic and stateless: the files are kept by {@link WorkspaceFiles}.
 */
@Role("wiki-vault")
@ConsumerType
public interface WikiVault {

    /**
     * Lays out a vault; files that are there stay as they are.
     *
     * @return the files that were made, by path
     */
    List<String> init(String workspaceId, Instant now);

    /**
     * Keeps a source as it came. The same text again is the same file; a kept file is never changed.
     *
     * @return where it is kept, below the workspace's folder
     * @throws IllegalArgumentException when there is no vault, or the text is empty
     */
    String ingest(String workspaceId, WikiSource source, Instant now);

    /**
     * Writes a note, in place of the one at its path.
     *
     * @return as it is written
     * @throws IllegalArgumentException when there is no vault, a source does not exist, or the path is none of a note
     */
    WikiPage write(String workspaceId, WikiPage page, Instant now);

    /** Notes and sources that say something about the words, the best first. */
    List<WikiHit> search(String workspaceId, String query, int most);

    /** What is wrong with the vault; the same vault at the same time gives the same report. */
    WikiHealth health(String workspaceId, Instant now);

    /**
     * Brings the list of notes in the vault's index up to date; what people wrote around it stays.
     *
     * @return whether it changed
     */
    boolean refresh(String workspaceId, Instant now);
}
