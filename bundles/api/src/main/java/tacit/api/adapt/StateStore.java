package tacit.api.adapt;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Recorded;
import tacit.api.store.Scope;

/**
 * Keeps what parts of the harness know besides memories, such as where a style stands, in small JSON documents, so that any
 * version of a part continues another's work. Thread-safe; what it answers is durable.
 *
 * <p>The scope's user is the owner of a document: {@link #find}, {@link #put} and {@link #remove} mean that user's own, and
 * without one the workspace's own. Secrets are taken out of contents on their way in. Who forgets a user forgets their documents,
 * and those of the workspace that hold words of their runs.
 */
@Recorded
@ProviderType
public interface StateStore {

    /** The most characters of a content. */
    int LONGEST_CONTENT = 1_000_000;

    /** The most characters of a kind and of a key. */
    int LONGEST_NAME = 400;

    Optional<StateDocument> find(Scope scope, String kind, String key);

    /**
     * Documents, those stored first last before others: the user's own, and without a user those of everybody.
     *
     * @param limit in [1, 1000]
     */
    List<StateDocument> list(Scope scope, StateFilter filter, int limit);

    /** How many documents {@link #list} would answer without a limit. */
    long count(Scope scope, StateFilter filter);

    /**
     * Stores a document, unless somebody was quicker.
     *
     * @param expected the version that it takes the place of; 0 when there is none yet
     * @param content JSON
     * @param traceIds the runs whose words it may hold; they are added to those that it names
     * @return empty when it is not, or no longer, of that version; nothing was changed then
     * @throws IllegalArgumentException when a name or the content is too long or blank, or the content no JSON
     */
    Optional<StateDocument> put(
            Scope scope, String kind, String key, long expected, String content, List<String> traceIds);

    /** Removes a document. */
    boolean remove(Scope scope, String kind, String key);
}
