package tacit.api.channel;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that is not done. Immutable; holds no content.
 *
 * @param id by which it is tried again
 * @param channel where it came in
 * @param state where it stands
 * @param traceId the run that it is
 * @param attempts how often the present step failed
 * @param receivedAt when it came
 * @param nextAt when the present step is tried next; null when it waits for an operator
 * @param error why it could not be done; null when nothing went wrong
 */
public record OpenMessage(
        String id,
        String channel,
        State state,
        String traceId,
        int attempts,
        Instant receivedAt,
        @Nullable Instant nextAt,
        @Nullable String error) {

    /** Where a message stands. */
    public enum State {
        /** Durable, not answered. */
        TAKEN,
        /** Nobody is configured who answers. */
        KEPT,
        /** The answer is durable and is to be sent. */
        ANSWERED,
        /** It is being sent, or was when the host stopped. */
        SENDING,
        /** All of it was sent; it is about to be done. */
        SENT,
        /** Given up. */
        FAILED
    }

    public OpenMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }
}
