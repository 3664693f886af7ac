package tacit.api.adapt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is observed of a user. Immutable.
 *
 * @param enabled whether anything is observed
 * @param totalMessages messages that counted since the begin or the last reset
 * @param weeklyAdaptations shifts of the last seven days, undone ones too
 * @param maxWeeklyDrift how many there may be
 * @param lastAdaptationAt when the last shift was; null for never
 * @param window how the last messages look: of the channel that is asked for, or of where the user wrote last
 */
public record StyleStats(
        boolean enabled,
        long totalMessages,
        int weeklyAdaptations,
        int maxWeeklyDrift,
        @Nullable Instant lastAdaptationAt,
        Window window) {

    /**
     * The last messages of a user.
     *
     * @param messages how many there are, at most 50
     * @param averageLength their characters
     * @param emojiShare how many have emoji, in [0, 1]
     * @param technicalShare how many are full of technical words, in [0, 1]
     */
    public record Window(int messages, double averageLength, double emojiShare, double technicalShare) {

        /** None. */
        public static final Window EMPTY = new Window(0, 0, 0, 0);
    }
}
