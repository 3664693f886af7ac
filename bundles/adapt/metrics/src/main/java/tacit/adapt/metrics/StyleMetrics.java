package tacit.adapt.metrics;

import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.StyleHistory;
import tacit.api.adapt.Trend;

/** How much the style moves, and whether it had to be told to. */
final class StyleMetrics {

    private static final double TOLD = 0.5;

    private StyleMetrics() {}

    static EvolutionMetric velocity(StyleHistory style, Past past) {
        return new EvolutionMetric(
                EvolutionMetric.ADAPTATION_VELOCITY,
                "Adaptation velocity",
                style.recent(),
                "adaptations",
                style.recent() > 0 ? Trend.IMPROVING : Trend.STABLE,
                "in the last 28 days, " + (style.byPattern() + style.byFeedback()) + " in all",
                null,
                past.change(EvolutionMetric.ADAPTATION_VELOCITY, style.recent()));
    }

    /** What the style found out by itself counts whole, what it had to be told half. */
    static EvolutionMetric alignment(StyleHistory style, Past past) {
        long all = style.byPattern() + style.byFeedback();
        long value = all == 0 ? 100 : Math.round(100 * (style.byPattern() + TOLD * style.byFeedback()) / all);
        return new EvolutionMetric(
                EvolutionMetric.STYLE_ALIGNMENT,
                "Style alignment",
                value,
                "%",
                trend(style),
                all == 0
                        ? "the style never changed"
                        : style.byPattern() + " by observation, " + style.byFeedback() + " by feedback",
                null,
                past.change(EvolutionMetric.STYLE_ALIGNMENT, value));
    }

    private static Trend trend(StyleHistory style) {
        if (style.byPattern() + style.byFeedback() == 0) {
            return Trend.STABLE;
        }
        if (style.byFeedback() == 0) {
            return Trend.IMPROVING;
        }
        return style.byFeedback() < style.byPattern() ? Trend.STABLE : Trend.DECLINING;
    }
}
