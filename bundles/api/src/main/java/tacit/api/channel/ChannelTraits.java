package tacit.api.channel;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is like. Immutable.
 *
 * @param name the name under which operators configure it and traces name it: lower case letters, digits and hyphens
 * @param transport how its messages travel
 * @param longestMessage the most characters of one message, at least 20
 * @param manner how people write there
 * @param headers what it reads of the headers of a delivery, in lower case
 * @param signing how deliveries and answers are signed; null when they are not, which webhooks must be
 */
public record ChannelTraits(
        String name,
        Transport transport,
        int longestMessage,
        ChannelManner manner,
        List<String> headers,
        @Nullable Signing signing) {

    /** The fewest characters that an answer can be cut to. */
    public static final int SHORTEST_LIMIT = 20;

    /** How messages travel. */
    public enum Transport {
        /** They are posted to the host, and answers to an address that an operator configured. */
        WEBHOOK,
        /** They lie in a mailbox, and answers are mails. */
        MAIL
    }

    public ChannelTraits {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw new IllegalArgumentException(
                    "name must be lower case letters, digits and hyphens, got '" + name + "'");
        }
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(manner, "manner");
        if (longestMessage < SHORTEST_LIMIT) {
            throw new IllegalArgumentException(
                    "longestMessage must be at least " + SHORTEST_LIMIT + ", got " + longestMessage);
        }
        if (transport == Transport.WEBHOOK && signing == null) {
            throw new IllegalArgumentException("signing must be given for a channel of webhooks");
        }
        headers = List.copyOf(headers);
    }
}
