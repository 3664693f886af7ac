package tacit.api.recall;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Recorded;
import tacit.api.store.Scope;

/**
 * Finds documents by their words and their meaning. Derived: it can be lost, and is built again from every {@link
 * DocumentSource}. Thread-safe.
 *
 * <p>A write is found by the searches that begin after it returned; its vectors come later, and until then it is found by words.
 */
@Recorded
@ProviderType
public interface SearchIndex {

    /** Adds documents, each in place of the one with its id. */
    void put(Collection<SearchDocument> documents);

    /** Removes documents and their vectors, and what waits to be made of them; unknown ids are passed over. */
    void delete(String workspaceId, Collection<String> ids);

    /** Removes all documents of a workspace, or of a user of it, in the same way. */
    void clear(Scope scope);

    SearchAnswer search(SearchQuery query);

    /**
     * The names of the groups of a workspace that begin so, in their order; some may hold nothing any more. For whoever keeps
     * documents like something else, whatever the audience.
     */
    List<String> groups(String workspaceId, String begin);

    IndexStatus status();

    /** Builds everything anew from the sources, beside the old one, which answers meanwhile. */
    void rebuild();

    /** Leaves no byte of what was deleted in the files of the index, and returns then; rewrites parts of it. */
    default void purge() {}
}
