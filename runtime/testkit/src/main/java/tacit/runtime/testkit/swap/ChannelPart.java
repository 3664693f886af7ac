package tacit.runtime.testkit.swap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.channel.Channel;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.OutgoingMessage;
import tacit.api.channel.RawDelivery;

/** A channel, which keeps nothing: what comes in is read, and answers are composed, always alike. */
final class ChannelPart implements Part {

    private final String name;
    private final Channel channel;

    ChannelPart(Facades facades, String name) {
        this.name = name;
        channel = facades.role(Channel.class, "channel/" + name);
    }

    @Override
    public String bundle() {
        return "tacit.channel." + name;
    }

    @Override
    public void make() {
        if (channel.receive(delivery()).isEmpty()) {
            throw new IllegalStateException("Cannot ask " + bundle() + ": it reads no message");
        }
    }

    @Override
    public List<Ask> asks(int thread) {
        RawDelivery delivery = delivery();
        OutgoingMessage answer = new OutgoingMessage(
                "answer-1", "It is done", channel.receive(delivery).get(0).reply(), "tacit@localhost", Kept.NOW);
        return List.of(
                Ask.same(channel::traits),
                Ask.same(() -> channel.receive(delivery)),
                Ask.same(() -> channel.send(answer)));
    }

    private RawDelivery delivery() {
        return channel.traits().transport() == ChannelTraits.Transport.MAIL ? mail() : post();
    }

    private static RawDelivery mail() {
        return new RawDelivery(
                new TreeMap<>(Map.of(
                        "from", "Ada <ada@localhost>",
                        "to", "tacit@localhost",
                        "message-id", "<m1@localhost>",
                        "subject", "Orders")),
                List.of(new RawDelivery.Part("text/plain", null, "Count the open orders\n\n-- \nAda")),
                Kept.NOW);
    }

    private static RawDelivery post() {
        return new RawDelivery(
                new TreeMap<>(Map.of("webhook-id", "d1")),
                List.of(new RawDelivery.Part(
                        "application/json",
                        null,
                        "{\"text\":\"Count the open orders\",\"user\":\"ada\",\"session\":\"orders\"}")),
                Kept.NOW);
    }
}
