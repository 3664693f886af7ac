package tacit.api.adapt;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;

/**
 * Says how an answer has to be so that it fits the channel where it will be read, and cuts it to what one message there may hold.
 * Stateless: what channels say of themselves lies in a {@link StateStore}.
 *
 * <p>Channels are named in any case. A channel's own profile beats the built-in table.
 */
@Role("channel-persona")
@ConsumerType
public interface ChannelPersonaAdapter {

    /**
     * What a prompt says of the channel and of those who read there: a heading and lines. Who reads is said whether or not the
     * channel is known.
     *
     * @param channel where the answer goes; null for none
     * @param own the channel's own profile; null for none
     * @return empty when this is switched off, when there is no channel, and in private on a channel that nobody knows
     */
    String adaptForChannel(@Nullable String channel, Audience.Kind audience, @Nullable ChannelProfile own);

    /**
     * The profile that counts for a channel; empty when nobody knows it.
     *
     * @param own the channel's own profile; null for none
     */
    Optional<ChannelProfile> channelProfile(String channel, @Nullable ChannelProfile own);

    /** The channels of the built-in table, in its order. */
    List<String> supportedChannels();

    /**
     * The messages that a text makes on a channel: in their order, each within the channel's limit, all of the text. No message
     * ends within a word, a character or a block of code, unless that alone is too long for one; a block of code that is cut
     * is closed and opened again. Works whether or not this is switched on.
     *
     * @param own the channel's own profile; null for none
     * @return at least one message; the text as it is when it fits or when there is no limit
     */
    List<String> fit(@Nullable String channel, String text, @Nullable ChannelProfile own);

    /** What a channel has said of itself; empty when it has said nothing. */
    Optional<ChannelProfile> ownProfile(String workspaceId, String channel);

    /** What all channels of a workspace have said of themselves, by channel. */
    List<ChannelProfile> ownProfiles(String workspaceId);

    /**
     * Keeps what a channel says of itself, in place of what it said before.
     *
     * @param own null when it says nothing any more
     * @return whether anything changed
     * @throws IllegalArgumentException when the profile is of another channel
     */
    boolean keepProfile(String workspaceId, String channel, @Nullable ChannelProfile own);
}
