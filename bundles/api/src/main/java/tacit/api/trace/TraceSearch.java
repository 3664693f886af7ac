package tacit.api.trace;

import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Finds traces by words in them: for people who look for a run, whoever's it is within their scope. Prompts ask {@link
 * tacit.api.recall.Recall}, which knows what an audience may see. Thread-safe.
 */
@ProviderType
public interface TraceSearch {

    /** The most characters of a text that is looked for; more of it is ignored. */
    int LONGEST_TEXT = 200;

    /**
     * Traces that hold all words of a text, newest start first. A word is found within longer ones, whatever the case of its
     * letters, in the ids and names of the run, in its attributes, and in the names, messages, inputs, outputs and attributes of its
     * spans. Only the newest traces that the filter leaves are looked through.
     *
     * @param text words with blanks between them; a blank one finds all
     */
    Found search(Scope scope, TraceFilter filter, String text, PageRequest page);

    /**
     * What was found. Immutable.
     *
     * @param page those of this part; its total counts those that were found
     * @param looked how many traces were looked through, the newest
     * @param all how many the filter leaves
     */
    record Found(Page<Trace> page, long looked, long all) {

        /** Whether there are older ones that were not looked through. */
        public boolean bounded() {
            return looked < all;
        }
    }
}
