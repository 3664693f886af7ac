package tacit.api.reflect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a suggestion is judged from. Immutable; the same situation always gives the same judgement.
 *
 * @param draft what is proposed
 * @param now when
 * @param hour of the day there, with its minutes as a fraction, in [0, 24)
 * @param offeredAt when it was offered; null while it is
 * @param tally what people said to suggestions of the same pattern: workspace, topic, source and first words of the title
 * @param others what people said to suggestions of other patterns in the workspace, the newest first
 * @param open those that are open in the workspace, without itself
 * @param mostOpen how many may be
 */
public record SuggestionSituation(
        SuggestionDraft draft,
        Instant now,
        double hour,
        @Nullable Instant offeredAt,
        Tally tally,
        List<Said> others,
        List<Open> open,
        int mostOpen) {

    public SuggestionSituation {
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(tally, "tally");
        others = List.copyOf(others);
        open = List.copyOf(open);
        if (!(hour >= 0 && hour < 24)) {
            throw new IllegalArgumentException("hour must be in [0, 24), got " + hour);
        }
        if (mostOpen < 1) {
            throw new IllegalArgumentException("mostOpen must be at least 1, got " + mostOpen);
        }
    }

    /** How old it is; zero while it is offered. */
    public Duration age() {
        return offeredAt == null ? Duration.ZERO : Duration.between(offeredAt, now);
    }

    /**
     * How often people said what. Immutable.
     *
     * @param acted without a change
     * @param edited acted on with a change
     */
    public record Tally(int acted, int edited, int snoozed, int dismissed, int ignored) {

        /** Nobody said anything. */
        public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

        /** How often it was right. */
        public int accepted() {
            return acted + edited;
        }

        /** How often it was wrong. */
        public int refused() {
            return dismissed + ignored;
        }
    }

    /**
     * What somebody said once.
     *
     * @param hour of the day there, in [0, 24)
     * @param about the first words of the title, in small letters and parted by blanks; empty where it is not known
     */
    public record Said(Suggestion.Response response, double hour, String about) {

        public Said {
            Objects.requireNonNull(response, "response");
            about = Objects.requireNonNullElse(about, "");
        }

        /** About something that is not known. */
        public Said(Suggestion.Response response, double hour) {
            this(response, hour, "");
        }
    }

    /** A suggestion that is open. */
    public record Open(String id, String title, double confidence) {}
}
