package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * What a workspace knows on a topic, as files that people can read: {@code .cowork/memory/topics/<slug>.md}, and {@code
 * .cowork/memory/MEMORY.md} as their index. Deterministic and stateless: the files are kept by {@link WorkspaceFiles}.
 *
 * <p>Everybody in the workspace can read them, so they hold nothing that belongs to one user or is private.
 */
@Role("topic-packs")
@ConsumerType
public interface TopicPacks {

    /** The line before what the host writes into such a file; what stands outside is never changed. */
    String BLOCK_BEGIN = "<!-- tacit:topic-pack:begin -->";

    /** The line behind it. */
    String BLOCK_END = "<!-- tacit:topic-pack:end -->";

    /** The most topics that an answer may have. */
    int MOST = 12;

    /**
     * Collects what memories and notes say about the words, and brings the packs that are there and the index up to date. The
     * words themselves are written nowhere.
     *
     * @param query empty for what is newest
     * @param most so many memories and so many notes at most, in [1, {@link #MOST}]
     * @return nothing where the workspace has no folder
     */
    TopicIndex refresh(String workspaceId, String query, int most, Instant now);

    /**
     * The topics that hold words of a query, those with the most first; none for an audience that may not see the workspace's
     * files. Nothing is built.
     *
     * @param most in [1, {@link #MOST}]
     */
    List<TopicPack> load(String workspaceId, Audience audience, String query, int most);
}
