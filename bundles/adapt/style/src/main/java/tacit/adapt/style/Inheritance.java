package tacit.adapt.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Style;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleLevel;
import tacit.api.adapt.StyleLevel.Origin;
import tacit.api.adapt.StyleReview;

/**
 * Whose levels hold: the user's on the channel, else the user's, else the workspace's, else the usual ones.
 *
 * @param user what is known of the user; null where the workspace itself is meant
 * @param workspace what is known of the workspace
 */
record Inheritance(@Nullable StyleState user, StyleState workspace) {

    /** The level of a dimension in one place. */
    String level(String channel, StyleDimension dimension) {
        return standing(channel, dimension).level();
    }

    /** The same with whose it is. */
    StyleLevel standing(String channel, StyleDimension dimension) {
        StyleLevel inherited = channel.equals(Section.EVERYWHERE) ? wide(dimension) : standing("", dimension);
        Origin own = channel.equals(Section.EVERYWHERE) ? Origin.USER : Origin.CHANNEL;
        return user == null ? inherited : narrowed(user, channel, inherited, own);
    }

    private StyleLevel wide(StyleDimension dimension) {
        StyleLevel usual = new StyleLevel(dimension, dimension.usual(), Origin.USUAL, dimension.usual());
        return narrowed(workspace, Section.EVERYWHERE, usual, Origin.WORKSPACE);
    }

    private static StyleLevel narrowed(StyleState state, String channel, StyleLevel inherited, Origin origin) {
        StyleDimension dimension = inherited.dimension();
        Map<StyleDimension, String> levels =
                state.find(channel).map(Section::levels).orElse(Map.of());
        Map<StyleDimension, String> baseline =
                state.find(channel).map(Section::baseline).orElse(Map.of());
        String level = levels.get(dimension);
        String set = baseline.get(dimension);
        return new StyleLevel(
                dimension,
                level == null ? inherited.level() : level,
                level == null ? inherited.origin() : origin,
                set == null ? inherited.level() : set);
    }

    Style style(@Nullable String userId, @Nullable String channel) {
        String place = user == null || channel == null ? Section.EVERYWHERE : channel;
        List<StyleReview> reviews = new ArrayList<>();
        (user == null ? workspace : user)
                .meant(user == null ? null : channel)
                .forEach(section -> reviews.addAll(section.reviews()));
        reviews.sort(Comparator.comparing(StyleReview::at).reversed());
        return new Style(
                userId,
                user == null ? null : channel,
                Arrays.stream(StyleDimension.values())
                        .map(dimension -> standing(place, dimension))
                        .toList(),
                reviews);
    }
}
