package tacit.api.memory;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Answers what the next prompt should hold: asks every source and the kit, passes on what the audience may see, and counts
 * the uses of the memories that are shown. Thread-safe.
 *
 * <p>A source that throws or takes too long costs its own fragments only; the explanation names it.
 */
@ProviderType
public interface Contexts {

    /** The budget where nobody names one, in tokens. */
    int USUAL_BUDGET = 2800;

    /**
     * What the prompt should hold.
     *
     * @param budget how many tokens it may have, as {@link LayerRequest} bounds it
     */
    AssembledContext context(ContextRequest request, int budget);

    /** What each layer would hold; nothing counts as used by that. */
    List<LayerPreview> preview(ContextRequest request, int budget);
}
