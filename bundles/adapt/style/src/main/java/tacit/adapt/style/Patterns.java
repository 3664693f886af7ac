package tacit.adapt.style;

import java.util.ArrayList;
import java.util.List;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleStats.Window;

/** What the way in which somebody writes lets one guess; that they write no emoji says nothing. */
final class Patterns {

    private static final int FEWEST = 15;
    private static final double SHORT = 80;
    private static final double LONG = 300;
    private static final double EMOJI = 0.4;
    private static final double TECHNICAL = 0.6;
    private static final String HIGHEST_BY_PATTERN = "moderate";

    private Patterns() {}

    /**
     * Guesses, the first to be followed first; each is as strong as the messages are beyond its limit.
     *
     * @param emoji the level of emoji that holds
     */
    static List<Wish> in(Window window, String emoji) {
        List<Wish> wishes = new ArrayList<>();
        if (window.messages() < FEWEST) {
            return wishes;
        }
        double length = window.averageLength();
        if (length < SHORT) {
            double beyond = (SHORT - length) / SHORT;
            wishes.add(new Wish(StyleDimension.RESPONSE_LENGTH, -1, strength(beyond), "short_messages"));
        } else if (length > LONG) {
            double beyond = (length - LONG) / LONG;
            wishes.add(new Wish(StyleDimension.RESPONSE_LENGTH, 1, strength(beyond), "long_messages"));
        }
        List<String> scale = StyleDimension.EMOJI_USAGE.levels();
        if (window.emojiShare() > EMOJI && scale.indexOf(emoji) < scale.indexOf(HIGHEST_BY_PATTERN)) {
            double beyond = (window.emojiShare() - EMOJI) / (1 - EMOJI);
            wishes.add(new Wish(StyleDimension.EMOJI_USAGE, 1, strength(beyond), "emoji_in_messages"));
        }
        if (window.technicalShare() > TECHNICAL) {
            double beyond = (window.technicalShare() - TECHNICAL) / (1 - TECHNICAL);
            wishes.add(new Wish(StyleDimension.EXPLANATION_DEPTH, -1, strength(beyond), "technical_messages"));
        }
        return wishes;
    }

    private static double strength(double beyond) {
        return Adapting.THRESHOLD + (1 - Adapting.THRESHOLD) * Math.min(1, beyond);
    }
}
