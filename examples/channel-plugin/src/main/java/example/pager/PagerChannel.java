package example.pager;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import tacit.api.channel.Channel;
import tacit.api.channel.ChannelManner;
import tacit.api.channel.ChannelMessage;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.OutgoingMessage;
import tacit.api.channel.RawDelivery;
import tacit.api.channel.Signing;
import tacit.api.channel.Transmission;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;

/** Reads pages such as {@code ada: Which pump failed?} and answers in at most 160 characters each. */
@Component(property = Role.PROPERTY + "=channel/pager")
public final class PagerChannel implements Channel {

    private static final Pattern PAGE = Pattern.compile("(?s)([a-z]+): (.+)");

    @Override
    public ChannelTraits traits() {
        return new ChannelTraits(
                "pager",
                ChannelTraits.Transport.WEBHOOK,
                160,
                new ChannelManner(ChannelManner.Length.SHORTER, false, false, false, "Write one short line"),
                List.of("x-page-id"),
                new Signing(
                        "HmacSHA256",
                        Signing.Encoding.HEX,
                        "x-page-signature",
                        "sha256=",
                        "x-page-id",
                        "x-page-time",
                        "{id}.{timestamp}.{body}"));
    }

    @Override
    public List<ChannelMessage> receive(RawDelivery delivery) {
        Matcher page = PAGE.matcher(delivery.text("text/plain").orElse(""));
        String id = delivery.header("x-page-id").orElse("");
        if (!page.matches() || id.isEmpty()) {
            throw new IllegalArgumentException("A page must be plain text, a name, a colon and words");
        }
        String user = page.group(1);
        return List.of(new ChannelMessage(
                id, page.group(2), user, user, Audience.Kind.PRIVATE, new TreeMap<>(Map.of("page", id, "to", user))));
    }

    @Override
    public List<Transmission> send(OutgoingMessage message) {
        String address = message.address();
        if (address == null) {
            return List.of();
        }
        String page = message.reply().getOrDefault("to", "all") + ": " + message.text();
        return List.of(
                new Transmission(message.id(), address, new TreeMap<>(Map.of("content-type", "text/plain")), page));
    }
}
