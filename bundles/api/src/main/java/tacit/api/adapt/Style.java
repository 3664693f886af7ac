package tacit.api.adapt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How answers should read. Immutable.
 *
 * @param userId for whom; null for the workspace
 * @param channel where; null for everywhere
 * @param levels one of each dimension, in their order
 * @param reviews what was said of the tone and is for a person to look at, the newest first
 */
public record Style(
        @Nullable String userId, @Nullable String channel, List<StyleLevel> levels, List<StyleReview> reviews) {

    public Style {
        levels = List.copyOf(levels);
        reviews = List.copyOf(reviews);
    }

    /** The level that holds. */
    public String level(StyleDimension dimension) {
        return levels.stream()
                .filter(one -> one.dimension() == dimension)
                .map(StyleLevel::level)
                .findFirst()
                .orElse(dimension.usual());
    }
}
