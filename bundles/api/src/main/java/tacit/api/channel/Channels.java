package tacit.api.channel;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What operators see of the channels, and may do. Thread-safe. */
@ProviderType
public interface Channels {

    /** Every channel that is configured or provided, by name. */
    List<ChannelStatus> status();

    /**
     * Messages of a channel that are not done, the oldest first.
     *
     * @param limit in [1, 1000]
     * @throws IllegalArgumentException when there is no such channel
     */
    List<OpenMessage> open(String channel, int limit);

    /**
     * Has a message that is kept or was given up tried again; what an audit log needs to know is written before.
     *
     * @param actor who asks
     * @throws IllegalArgumentException when no such message waits for that
     */
    void retry(String id, String actor);

    /**
     * Lets go of a message that is kept or was given up: it is done, delivered again it is known, and its run stays as it is. What
     * an audit log needs to know is written before.
     *
     * @param actor who asks
     * @throws IllegalArgumentException when no such message waits for that
     */
    void drop(String id, String actor);
}
