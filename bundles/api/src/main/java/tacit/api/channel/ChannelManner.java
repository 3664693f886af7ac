package tacit.api.channel;

import java.util.Objects;

/**
 * How people write in a channel. Immutable.
 *
 * @param length how long messages usually are
 * @param structured whether lists, headings and code are shown as such
 * @param emoji whether they are usual
 * @param formal whether a message has a greeting and a close
 * @param theme how people write there, on one line of at most 600 characters, which becomes part of prompts; may be empty
 */
public record ChannelManner(Length length, boolean structured, boolean emoji, boolean formal, String theme) {

    /** The most characters of a theme. */
    public static final int LONGEST_THEME = 600;

    /** How long messages are. */
    public enum Length {
        SHORTER,
        NORMAL,
        LONGER
    }

    public ChannelManner {
        Objects.requireNonNull(length, "length");
        if (theme.length() > LONGEST_THEME || theme.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("theme must be one line of at most " + LONGEST_THEME + " characters");
        }
    }
}
