package tacit.runtime.itest.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.channel.Channel;
import tacit.api.channel.ChannelMessage;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.OutgoingMessage;
import tacit.api.channel.RawDelivery;

/** What each channel is asked: it reads a delivery of its transport, and composes the answer. */
final class ChannelScenes {

    private ChannelScenes() {}

    static void channel(Channel channel, String workspace) {
        boolean mail = channel.traits().transport() == ChannelTraits.Transport.MAIL;
        List<ChannelMessage> messages = channel.receive(mail ? mail(workspace) : webhook(workspace));
        for (ChannelMessage message : messages) {
            channel.send(new OutgoingMessage("answer-1", "It is done", message.reply(), "tacit@localhost", Scenes.NOW));
        }
    }

    private static RawDelivery mail(String workspace) {
        return new RawDelivery(
                new TreeMap<>(Map.of(
                        "from", "Ada <ada@localhost>",
                        "to", "tacit@localhost",
                        "message-id", "<m1@localhost>",
                        "subject", workspace)),
                List.of(new RawDelivery.Part("text/plain", null, "Count the open orders\n\n-- \nAda")),
                Scenes.NOW);
    }

    private static RawDelivery webhook(String workspace) {
        return new RawDelivery(
                new TreeMap<>(Map.of("webhook-id", "d1")),
                List.of(new RawDelivery.Part(
                        "application/json",
                        null,
                        "{\"text\":\"Count the open orders\",\"user\":\"ada\",\"session\":\"" + workspace + "\"}")),
                Scenes.NOW);
    }
}
