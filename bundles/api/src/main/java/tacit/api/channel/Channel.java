package tacit.api.channel;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Translates between a place where people write and the host. A dropped-in bundle adds one by filling {@code channel/<name>}.
 *
 * <p>It opens no connection, keeps nothing and knows no secret: what came in is handed to it, and what shall go out is
 * answered as a description. The same question gives the same answer, since a delivery may be read and an answer composed
 * again after the host was stopped. Asked from several threads at once.
 */
@Role(value = "channel", many = true)
@ConsumerType
public interface Channel {

    /** What it is like and what it bears; the same at each call of one version. */
    ChannelTraits traits();

    /**
     * Reads what came in, after the host has checked its signature.
     *
     * @return the messages in it, in order; empty when it holds none that an agent should answer, such as a receipt
     * @throws IllegalArgumentException when it is not in the channel's format, as a delivery to another channel is not; the
     *     message says what is wrong without quoting the delivery, since its sender reads it
     */
    List<ChannelMessage> receive(RawDelivery delivery) throws IllegalArgumentException;

    /**
     * Composes what is to be transmitted for an answer, whose text is as long as its traits allow.
     *
     * @return in the order in which they go out; empty when there is nowhere to send an answer to
     */
    List<Transmission> send(OutgoingMessage message);
}
