package tacit.adapt.style;

import tacit.api.adapt.StyleDimension;

/**
 * That answers should differ. Immutable.
 *
 * @param dimension on which scale
 * @param direction 1 for the next higher level, -1 for the next lower one
 * @param strength how clearly it was said, in (0, 1]
 * @param name of the wish, such as {@code too_verbose}
 */
record Wish(StyleDimension dimension, int direction, double strength, String name) {

    static final double LENGTH = 0.8;
    static final double EMOJI = 0.9;
    static final double DEPTH = 0.7;
    static final double LIKING = 0.7;

    /** What is said as an order is clearer than a complaint. */
    static final double ORDER = 0.9;

    static Wish length(int direction, double strength) {
        return new Wish(StyleDimension.RESPONSE_LENGTH, direction, strength, direction > 0 ? "longer" : "shorter");
    }

    static Wish emoji(int direction, double strength) {
        return new Wish(StyleDimension.EMOJI_USAGE, direction, strength, direction > 0 ? "more_emoji" : "fewer_emoji");
    }

    static Wish depth(int direction) {
        return new Wish(
                StyleDimension.EXPLANATION_DEPTH, direction, DEPTH, direction > 0 ? "explain_more" : "for_experts");
    }

    Wish times(double factor) {
        return new Wish(dimension, direction, strength * factor, name);
    }
}
