package tacit.api.recall;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds what was said, done and remembered in one order, whatever kind it is, and says why each hit is there. Thread-safe.
 *
 * <p>Nothing is thrown where a part does not answer: its failure stands in the answer, with what the others found.
 */
@ProviderType
public interface Recall {

    /** How many hits are answered where nobody says. */
    int USUAL_HITS = 20;

    RecallAnswer recall(RecallRequest request);

    /** How the recalls since the start went. */
    RecallCounts counts();
}
