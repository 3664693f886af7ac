package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the history of a style: the entries in their order, each from where the one before left the dimension, lead to the
 * style as it is. Immutable.
 *
 * @param step its number; what was changed at once has the same, and is undone at once
 * @param channel whose style of the user; null for no channel
 * @param dimension the scale
 * @param from the level before
 * @param to the level after
 * @param reason why, such as {@code feedback:too_verbose}, {@code message_pattern:short_messages}, {@code set} or {@code
 *     reset}; never words of a user
 * @param evidence where it can be looked up
 * @param at when
 */
public record StyleChange(
        long step,
        @Nullable String channel,
        StyleDimension dimension,
        String from,
        String to,
        String reason,
        List<String> evidence,
        Instant at) {

    /** Begins the reason of what feedback shifted. */
    public static final String FEEDBACK = "feedback:";

    /** Begins the reason of what messages shifted. */
    public static final String MESSAGE_PATTERN = "message_pattern:";

    /** The reason of what somebody set. */
    public static final String SET = "set";

    /** The reason of what a reset brought back to what was set. */
    public static final String RESET = "reset";

    /** The reason of what a reset let go, so that what is inherited holds again. */
    public static final String RESET_TO_INHERITED = "reset:inherited";

    public StyleChange {
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
        evidence = List.copyOf(evidence);
    }

    /** Whether messages or feedback brought it about, and nobody set it. */
    public boolean adapted() {
        return reason.startsWith(FEEDBACK) || reason.startsWith(MESSAGE_PATTERN);
    }
}
