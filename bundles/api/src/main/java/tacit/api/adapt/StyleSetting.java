package tacit.api.adapt;

import java.util.Objects;

/**
 * A level of a dimension. Immutable.
 *
 * @param dimension the scale
 * @param level one of its levels
 */
public record StyleSetting(StyleDimension dimension, String level) {

    public StyleSetting {
        Objects.requireNonNull(dimension, "dimension");
        if (!dimension.levels().contains(level)) {
            throw new IllegalArgumentException(dimension.title() + " must be one of "
                    + String.join(", ", dimension.levels()) + ", got '" + level + "'");
        }
    }
}
