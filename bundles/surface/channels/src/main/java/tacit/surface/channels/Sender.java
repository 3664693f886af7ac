package tacit.surface.channels;

import org.jspecify.annotations.Nullable;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.Transmission;

/** Transmits over one kind of transport. Thread-safe. */
public interface Sender {

    /** Over which one. */
    ChannelTraits.Transport transport();

    /** Where answers of an account go, or whom they are from; null where nobody configured it. */
    @Nullable
    String address(Account account);

    /** Whether a receiver can tell that a transmission came twice, so that it may be sent again when nobody knows. */
    boolean repeatable();

    /**
     * Transmits and returns when the other side has it.
     *
     * @throws NotSent when it did not take it
     */
    void send(Account account, ChannelTraits traits, Transmission transmission) throws NotSent;
}
