package tacit.api.adapt;

import java.util.Objects;

/**
 * Where a style stands on one dimension, and why. Immutable.
 *
 * @param dimension the scale
 * @param level the level that holds
 * @param origin whose level it is
 * @param baseline the level that a reset would leave
 */
public record StyleLevel(StyleDimension dimension, String level, Origin origin, String baseline) {

    /** Whose level it is, the widest first; a narrower one takes the place of a wider one. */
    public enum Origin {
        /** Nobody's: it is the usual one. */
        USUAL,
        /** The workspace's. */
        WORKSPACE,
        /** The user's. */
        USER,
        /** The user's on that channel. */
        CHANNEL
    }

    public StyleLevel {
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(baseline, "baseline");
    }
}
