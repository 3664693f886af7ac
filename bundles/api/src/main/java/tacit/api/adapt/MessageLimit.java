package tacit.api.adapt;

import java.util.Objects;

/**
 * How long one message of a channel may be. Immutable.
 *
 * @param most the longest message, at least {@link #LEAST}
 * @param measure in what that is counted
 */
public record MessageLimit(int most, Measure measure) {

    /** No channel can be shorter: a message has room for a fence around a line of code. */
    public static final int LEAST = 20;

    /** In what the length of a message is counted. */
    public enum Measure {
        /** UTF-16 characters; never less than what counts code points. */
        CHARACTERS,
        /** Bytes in UTF-8. */
        BYTES,
        /** As X does: 1 for a letter of Latin and its neighbours, 2 for any other code point, 23 at least for an address. */
        WEIGHTED
    }

    public MessageLimit {
        Objects.requireNonNull(measure, "measure");
        if (most < LEAST) {
            throw new IllegalArgumentException("most must be at least " + LEAST + ", got " + most);
        }
    }

    /** In UTF-16 characters. */
    public static MessageLimit ofCharacters(int most) {
        return new MessageLimit(most, Measure.CHARACTERS);
    }

    /** In bytes of UTF-8. */
    public static MessageLimit ofBytes(int most) {
        return new MessageLimit(most, Measure.BYTES);
    }
}
