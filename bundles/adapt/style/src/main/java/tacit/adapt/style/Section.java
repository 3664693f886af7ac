package tacit.adapt.style;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleReview;
import tacit.api.adapt.StyleStats.Window;

/** The style of one place, and what was observed there. Confined to one call. */
final class Section {

    /** The channel of what holds for every place. */
    static final String EVERYWHERE = "";

    private static final int LONGEST_WINDOW = 50;
    private static final int MOST_REVIEWS = 20;

    private final String channel;
    private final Map<StyleDimension, String> levels = new EnumMap<>(StyleDimension.class);
    private final Map<StyleDimension, String> baseline = new EnumMap<>(StyleDimension.class);
    private final List<Observed> window = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    private final List<StyleReview> reviews = new ArrayList<>();
    private long total;

    Section(String channel) {
        this.channel = channel;
    }

    String channel() {
        return channel;
    }

    @Nullable
    String named() {
        return channel.equals(EVERYWHERE) ? null : channel;
    }

    /** Its own levels; what is missing is inherited. */
    Map<StyleDimension, String> levels() {
        return levels;
    }

    /** The levels that somebody set. */
    Map<StyleDimension, String> baseline() {
        return baseline;
    }

    List<Observed> window() {
        return window;
    }

    List<Signal> signals() {
        return signals;
    }

    List<StyleReview> reviews() {
        return reviews;
    }

    long total() {
        return total;
    }

    void total(long messages) {
        total = messages;
    }

    /** Counts a message; of the last ones in time the window keeps some. */
    void add(Observed message) {
        total++;
        int place = window.size();
        while (place > 0 && window.get(place - 1).at().isAfter(message.at())) {
            place--;
        }
        window.add(place, message);
        if (window.size() > LONGEST_WINDOW) {
            window.remove(0);
        }
    }

    void add(StyleReview review) {
        reviews.add(0, review);
        if (reviews.size() > MOST_REVIEWS) {
            reviews.remove(reviews.size() - 1);
        }
    }

    Optional<Instant> lastMessage() {
        return window.isEmpty()
                ? Optional.empty()
                : Optional.of(window.get(window.size() - 1).at());
    }

    Window look() {
        if (window.isEmpty()) {
            return Window.EMPTY;
        }
        long length = 0;
        int emoji = 0;
        int technical = 0;
        for (Observed one : window) {
            length += one.length();
            emoji += one.emoji() ? 1 : 0;
            technical += one.technical() ? 1 : 0;
        }
        double all = window.size();
        return new Window(window.size(), length / all, emoji / all, technical / all);
    }

    /** Takes other levels and another baseline in place of its own. */
    void stand(Map<StyleDimension, String> newLevels, Map<StyleDimension, String> newBaseline) {
        Map<StyleDimension, String> copy = Map.copyOf(newLevels);
        Map<StyleDimension, String> base = Map.copyOf(newBaseline);
        levels.clear();
        levels.putAll(copy);
        baseline.clear();
        baseline.putAll(base);
    }

    /** Forgets what was observed; the style stays. */
    void forget() {
        window.clear();
        signals.clear();
        reviews.clear();
        total = 0;
    }
}
