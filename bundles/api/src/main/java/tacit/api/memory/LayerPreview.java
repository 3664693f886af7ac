package tacit.api.memory;

import java.util.Objects;

/**
 * What a layer would hold. Immutable.
 *
 * @param layer {@code L0} to {@code L3}; {@code combined} where layers are switched off
 * @param title for people
 * @param included what it would put into the prompt, or offers on request; may be empty
 * @param excluded what was left out, a line for each piece with the reason; may be empty
 * @param usedTokens of what is included
 * @param budgetTokens how many it could have
 * @param excludedCount how many pieces were left out
 * @param injected whether it stands in every prompt; otherwise it waits for a tool
 */
public record LayerPreview(
        String layer,
        String title,
        String included,
        String excluded,
        int usedTokens,
        int budgetTokens,
        int excludedCount,
        boolean injected) {

    public LayerPreview {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(included, "included");
        Objects.requireNonNull(excluded, "excluded");
    }
}
