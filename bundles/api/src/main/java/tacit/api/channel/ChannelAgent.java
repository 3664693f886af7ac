package tacit.api.channel;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Who answers messages: a service of a bundle that the operator configured. Asked from several threads at once; the message of
 * an answer that nobody got is asked again after a stop of the host, with the same id.
 */
@ConsumerType
public interface ChannelAgent {

    /** The name under which a channel is told to ask it. */
    String name();

    /**
     * Answers a message within its own deadline.
     *
     * @throws RuntimeException when it can not; the message holds neither content nor secrets, and the turn is tried again
     */
    ChannelAnswer answer(ChannelTurn turn);
}
