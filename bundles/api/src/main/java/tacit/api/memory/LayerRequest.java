package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * All that a prompt can be made of. Immutable.
 *
 * @param request what it is needed for
 * @param budget how many tokens it may have, in [1, 1000000]
 * @param kit what the workspace's kit says to the task; empty for nothing
 * @param fragments what all sources offer, those aside that the audience may not see
 */
public record LayerRequest(ContextRequest request, int budget, String kit, List<ContextFragment> fragments) {

    /** The most tokens that a prompt can be asked for. */
    public static final int MOST_TOKENS = 1_000_000;

    public LayerRequest {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(kit, "kit");
        fragments = List.copyOf(fragments);
        if (budget < 1 || budget > MOST_TOKENS) {
            throw new IllegalArgumentException("budget must be in [1, " + MOST_TOKENS + "], got " + budget);
        }
    }
}
