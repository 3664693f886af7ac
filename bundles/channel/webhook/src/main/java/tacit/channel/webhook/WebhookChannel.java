package tacit.channel.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
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

/** Reads a message, or several, from the JSON of a webhook, and posts answers as JSON. Immutable, thread-safe. */
@Component(property = Role.PROPERTY + "=channel/webhook")
@Designate(ocd = WebhookChannel.Config.class)
public final class WebhookChannel implements Channel {

    private static final String NAME = "webhook";
    private static final String ID_HEADER = "webhook-id";
    private static final String JSON_TYPE = "application/json";
    private static final int MOST_MESSAGES = 100;
    private static final Signing SIGNING = new Signing(
            "HmacSHA256",
            Signing.Encoding.BASE64,
            "webhook-signature",
            "v1,",
            ID_HEADER,
            "webhook-timestamp",
            "{id}.{timestamp}.{body}");

    private final ChannelTraits traits;

    /** What answers may be like. */
    @ObjectClassDefinition(name = "Tacit webhook channel")
    public @interface Config {

        @AttributeDefinition(name = "Longest message", description = "The most characters of an answer, at least 20")
        int longest_message() default 4000;
    }

    @Activate
    public WebhookChannel(Config config) {
        if (config.longest_message() < ChannelTraits.SHORTEST_LIMIT) {
            throw new IllegalArgumentException("longest.message must be at least " + ChannelTraits.SHORTEST_LIMIT
                    + ", got " + config.longest_message());
        }
        traits = new ChannelTraits(
                NAME,
                ChannelTraits.Transport.WEBHOOK,
                config.longest_message(),
                new ChannelManner(ChannelManner.Length.NORMAL, true, false, false, ""),
                List.of(ID_HEADER),
                SIGNING);
    }

    @Override
    public ChannelTraits traits() {
        return traits;
    }

    @Override
    public List<ChannelMessage> receive(RawDelivery delivery) {
        JsonNode body = Json.read(delivery.text(JSON_TYPE)
                .orElseThrow(() -> new IllegalArgumentException("The content type must be " + JSON_TYPE)));
        String id = delivery.header(ID_HEADER)
                .orElseThrow(() -> new IllegalArgumentException("The header " + ID_HEADER + " must be given"));
        if (!body.has("messages")) {
            return List.of(message(body, id));
        }
        JsonNode several = body.get("messages");
        if (!several.isArray() || several.size() > MOST_MESSAGES) {
            throw new IllegalArgumentException("messages must be a list of at most " + MOST_MESSAGES);
        }
        List<ChannelMessage> messages = new ArrayList<>();
        for (JsonNode one : several) {
            messages.add(message(one, id + "/" + messages.size()));
        }
        return messages;
    }

    private static ChannelMessage message(JsonNode json, String usualId) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("A message must be an object");
        }
        String text = Json.text(json, "text", null);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("text must be given");
        }
        String id = Json.given(json, "id", usualId);
        String user = Json.text(json, "user", null);
        String session = Json.given(json, "session", user == null || user.isBlank() ? id : user);
        SortedMap<String, String> reply = new TreeMap<>(Map.of("message", id, "session", session));
        if (user != null && !user.isBlank()) {
            reply.put("user", user);
        }
        return new ChannelMessage(
                id, text, reply.get("user"), session, audience(Json.text(json, "audience", null)), reply);
    }

    private static Audience.Kind audience(@Nullable String word) {
        for (Audience.Kind kind : Audience.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        if (word != null) {
            throw new IllegalArgumentException("audience must be private, group or public");
        }
        return Audience.Kind.PRIVATE;
    }

    @Override
    public List<Transmission> send(OutgoingMessage message) {
        String address = message.address();
        return address == null
                ? List.of()
                : List.of(new Transmission(
                        message.id(), address, new TreeMap<>(Map.of("content-type", JSON_TYPE)), Json.answer(message)));
    }
}
