package tacit.api.channel;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a channel does. Immutable; holds no content and no secret.
 *
 * @param name the channel
 * @param state whether it works
 * @param remark what an operator should know about that; empty when all is well
 * @param agent who answers its messages; null when nobody does
 * @param counts how many messages stand where
 * @param lastError what went wrong last; null when nothing did since the host started
 * @param lastErrorAt when that was
 */
public record ChannelStatus(
        String name,
        State state,
        String remark,
        @Nullable String agent,
        Counts counts,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {

    /** Whether a channel works. */
    public enum State {
        /** Messages come in and are answered. */
        READY,
        /** Messages come in and are kept, since nobody is configured who answers. */
        KEEPS_ONLY,
        /** A bundle provides it, and no operator configured it. */
        NOT_CONFIGURED,
        /** It is configured, and no active bundle provides it. */
        NOT_PROVIDED
    }

    /**
     * How many messages stand where.
     *
     * @param waiting taken and not answered yet
     * @param sending answered and not sent yet
     * @param kept without anybody to answer
     * @param failed given up, until an operator says otherwise
     * @param done answered and sent, as long as that is remembered
     * @param refused deliveries that were not taken since the host started
     */
    public record Counts(long waiting, long sending, long kept, long failed, long done, long refused) {}

    public ChannelStatus {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(remark, "remark");
        Objects.requireNonNull(counts, "counts");
    }
}
