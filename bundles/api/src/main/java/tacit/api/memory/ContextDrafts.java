package tacit.api.memory;

import org.osgi.annotation.versioning.ProviderType;

/** Tries out prompts: what one would hold, with the score and the reason of each piece. Thread-safe. */
@ProviderType
public interface ContextDrafts {

    /**
     * What {@link Contexts#context} would answer, without a recovery; nothing counts as used by that.
     *
     * @param budget how many tokens it may have, as {@link LayerRequest} bounds it
     */
    AssembledContext draft(ContextRequest request, int budget);
}
