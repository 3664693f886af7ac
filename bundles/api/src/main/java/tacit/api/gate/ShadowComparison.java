package tacit.api.gate;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Compares what a candidate says in the shadow with what is served, before any of it is served. It says how much would
 * change, not whether that is better.
 *
 * <p>A pure function: equal arguments, equal answers. Thread-safe.
 */
@ProviderType
public interface ShadowComparison {

    /**
     * Counts where the answers differ.
     *
     * @param answers one per question, in the order in which they were asked; already redacted, as examples keep text
     * @throws IllegalArgumentException when a question appears twice
     */
    Disagreement compare(List<ShadowAnswer> answers);
}
