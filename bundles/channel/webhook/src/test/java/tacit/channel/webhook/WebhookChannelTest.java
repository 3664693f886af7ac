package tacit.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.channel.ChannelMessage;
import tacit.api.channel.OutgoingMessage;
import tacit.api.channel.RawDelivery;
import tacit.api.channel.Signing;
import tacit.api.channel.Transmission;
import tacit.api.memory.Audience;
import tacit.runtime.testkit.Configurations;

class WebhookChannelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final WebhookChannel channel = channel(4000);

    private static WebhookChannel channel(int longest) {
        return new WebhookChannel(Configurations.of(WebhookChannel.Config.class, Map.of("longest_message", longest)));
    }

    private static RawDelivery delivery(String body) {
        return new RawDelivery(
                new TreeMap<>(Map.of("webhook-id", "d1")),
                List.of(new RawDelivery.Part("application/json", null, body)),
                NOON);
    }

    @Test
    void readsAMessageWithAllThatItSays() {
        ChannelMessage message = channel.receive(
                        delivery(
                                "{\"id\":\"m1\",\"text\":\"Hello\",\"user\":\"ada\",\"session\":\"s1\",\"audience\":\"group\",\"new\":1}"))
                .get(0);

        assertThat(message)
                .isEqualTo(new ChannelMessage(
                        "m1",
                        "Hello",
                        "ada",
                        "s1",
                        Audience.Kind.GROUP,
                        new TreeMap<>(Map.of("message", "m1", "session", "s1", "user", "ada"))));
    }

    @Test
    void takesTheDeliveryForAMessageThatSaysLittle() {
        ChannelMessage message =
                channel.receive(delivery("{\"text\":\"Hello\"}")).get(0);

        assertThat(message.id()).isEqualTo("d1");
        assertThat(message.sessionId()).isEqualTo("d1");
        assertThat(message.userId()).isNull();
        assertThat(message.audience()).isEqualTo(Audience.Kind.PRIVATE);
    }

    @Test
    void readsSeveralMessages() {
        assertThat(channel.receive(delivery("{\"messages\":[{\"text\":\"a\"},{\"text\":\"b\",\"id\":\"m2\"}]}")))
                .extracting(ChannelMessage::id)
                .containsExactly("d1/0", "m2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3cret",
                "[]",
                "null",
                "{}",
                "{\"text\":[]}",
                "{\"text\":\"s3cret\",\"user\":7}",
                "{\"text\":\"a\"} s3cret",
                "{\"messages\":[7]}"
            })
    void refusesWhatItCannotReadWithoutQuotingIt(String body) {
        assertThatThrownBy(() -> channel.receive(delivery(body)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesAnotherType() {
        RawDelivery text =
                new RawDelivery(new TreeMap<>(), List.of(new RawDelivery.Part("text/plain", null, "{}")), NOON);

        assertThatThrownBy(() -> channel.receive(text)).hasMessage("The content type must be application/json");
    }

    @Test
    void composesAnAnswerForTheConfiguredAddress() {
        OutgoingMessage answer = new OutgoingMessage(
                "a1", "Seven", new TreeMap<>(Map.of("message", "m1", "session", "s1")), "https://a.example/x", NOON);

        Transmission sent = channel.send(answer).get(0);

        assertThat(sent.to()).isEqualTo("https://a.example/x");
        assertThat(sent.id()).isEqualTo("a1");
        assertThat(sent.body())
                .isEqualTo("{\"type\":\"message.answered\",\"timestamp\":\"2026-03-01T12:00:00Z\","
                        + "\"data\":{\"message\":\"m1\",\"session\":\"s1\",\"text\":\"Seven\"}}");
    }

    @Test
    void sendsNothingWithoutAnAddress() {
        assertThat(channel.send(new OutgoingMessage("a1", "Seven", new TreeMap<>(), null, NOON)))
                .isEmpty();
    }

    @Test
    void saysHowItIsSignedAndHowMuchItBears() {
        assertThat(channel(20).traits().longestMessage()).isEqualTo(20);
        assertThat(channel.traits().signing())
                .extracting(Signing::algorithm, Signing::content)
                .containsExactly("HmacSHA256", "{id}.{timestamp}.{body}");
        assertThatThrownBy(() -> channel(19)).hasMessage("longest.message must be at least 20, got 19");
    }
}
