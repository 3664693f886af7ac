package tacit.api.adapt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How answers have to be so that they fit a channel. Immutable.
 *
 * @param channel the channel's id in lower case, such as {@code slack}
 * @param name as people call it, such as {@code Slack}
 * @param length how long answers are there
 * @param structured whether lists, headings and tables show as such
 * @param emoji whether emoji are usual there
 * @param formal whether a message has a greeting and a sign-off
 * @param theme how people write there, in one sentence or a few; it becomes part of prompts; empty for nothing
 * @param limit how long one message may be; null when there is no limit
 */
public record ChannelProfile(
        String channel,
        String name,
        Length length,
        boolean structured,
        boolean emoji,
        boolean formal,
        String theme,
        @Nullable MessageLimit limit) {

    /** The most characters of an id and of a name. */
    public static final int LONGEST_NAME = 60;

    /** The most characters of a theme. */
    public static final int LONGEST_THEME = 600;

    /** How long answers are. */
    public enum Length {
        /** Shorter than elsewhere. */
        SHORTER,
        /** As long as elsewhere. */
        NORMAL,
        /** As long as the matter asks for. */
        LONGER
    }

    public ChannelProfile {
        Objects.requireNonNull(length, "length");
        if (!channel.matches("[a-z0-9][a-z0-9._-]*") || channel.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("channel must be 1 to " + LONGEST_NAME
                    + " lower case letters, digits, dots, hyphens or underscores");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        line("name", name, LONGEST_NAME);
        line("theme", theme, LONGEST_THEME);
    }

    private static void line(String name, String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must be one line of at most " + longest + " characters");
        }
    }
}
