package tacit.surface.channels;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.ChannelTraits.Transport;
import tacit.api.channel.Transmission;
import tacit.surface.channels.NotSent.Fate;

/** Finds who transmits over a transport. Thread-safe. */
@Component(service = Outbox.class)
public final class Outbox {

    private final Set<Sender> senders = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSender(Sender sender) {
        senders.add(sender);
    }

    public void removeSender(Sender sender) {
        senders.remove(sender);
    }

    void send(Account account, ChannelTraits traits, Transmission transmission) throws NotSent {
        Sender sender = senders.stream()
                .filter(one -> one.transport() == traits.transport())
                .findFirst()
                .orElseThrow(() -> new NotSent(Fate.LATER, "Nothing sends over this transport", null));
        sender.send(account, traits, transmission);
    }

    /** Where answers of an account go, or whom they are from; null where nobody configured it. */
    @Nullable
    String address(Transport transport, Account account) {
        return senders.stream()
                .filter(sender -> sender.transport() == transport)
                .findFirst()
                .map(sender -> sender.address(account))
                .orElse(null);
    }

    /** Whether what may have been sent can be sent again without harm. */
    boolean repeatable(Transport transport) {
        return senders.stream().anyMatch(sender -> sender.transport() == transport && sender.repeatable());
    }
}
