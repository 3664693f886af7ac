package tacit.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.channel.ChannelMessage;
import tacit.api.channel.OutgoingMessage;
import tacit.api.channel.RawDelivery;
import tacit.api.channel.Transmission;
import tacit.api.memory.Audience;
import tacit.runtime.testkit.Configurations;

class EmailChannelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final EmailChannel channel = new EmailChannel(Configurations.of(EmailChannel.Config.class, Map.of()));

    private static SortedMap<String, String> headers(String... namesAndValues) {
        SortedMap<String, String> headers = new TreeMap<>(Map.of(
                "from", "Ada <ada@example.org>",
                "to", "tacit@example.org",
                "message-id", "<m1@example.org>",
                "subject", "Orders"));
        for (int index = 0; index < namesAndValues.length; index += 2) {
            headers.put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return headers;
    }

    private static RawDelivery mail(SortedMap<String, String> headers, String type, String text) {
        return new RawDelivery(headers, List.of(new RawDelivery.Part(type, null, text)), NOON);
    }

    private ChannelMessage read(String... namesAndValues) {
        return channel.receive(mail(headers(namesAndValues), "text/plain", "Hello"))
                .get(0);
    }

    private String text(String type, String text) {
        return channel.receive(mail(headers(), type, text)).get(0).text();
    }

    @Test
    void knowsTheSenderTheThreadAndTheMail() {
        ChannelMessage message = read("references", "<m0@example.org>\n <x@example.org>");

        assertThat(message.id()).isEqualTo("<m1@example.org>");
        assertThat(message.userId()).isEqualTo("ada@example.org");
        assertThat(message.sessionId()).isEqualTo("<m0@example.org>");
        assertThat(read().sessionId()).isEqualTo("<m1@example.org>");
        assertThat(read("in-reply-to", "<m0@example.org>").sessionId()).isEqualTo("<m0@example.org>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tacit@example.org||PRIVATE",
                "tacit@example.org, ben@example.org||GROUP",
                "tacit@example.org|Ben <ben@example.org>|GROUP",
                "Tacit <tacit@example.org>, TACIT@example.org||PRIVATE"
            })
    void tellsWhoReadsTheAnswer(String to, String cc, Audience.Kind audience) {
        assertThat(read("to", to, "cc", cc == null ? "" : cc).audience()).isEqualTo(audience);
    }

    @Test
    void takesAListForPublic() {
        assertThat(read("list-id", "<all.example.org>").audience()).isEqualTo(Audience.Kind.PUBLIC);
    }

    @ParameterizedTest
    @CsvSource({"auto-submitted,auto-replied", "auto-submitted,auto-generated", "precedence,bulk", "precedence,junk"})
    void answersNoMachine(String header, String value) {
        assertThat(channel.receive(mail(headers(header, value), "text/plain", "I am away")))
                .isEmpty();
        assertThat(read("auto-submitted", "no").text()).isEqualTo("Hello");
    }

    @ParameterizedTest
    @CsvSource({"''", "nobody", "'a@x.org, b@x.org'"})
    void refusesAMailWithoutOneSender(String from) {
        assertThatThrownBy(() -> read("from", from)).hasMessage("The header From must name one sender");
    }

    @Test
    void takesNoAddressFromAName() {
        assertThat(read("from", "\"ben@example.org, x\" <ada@example.org>").userId())
                .isEqualTo("ada@example.org");
        assertThat(read("from", "ada@example.org (ben@example.org)").userId()).isEqualTo("ada@example.org");
    }

    @Test
    void leavesOutWhatIsQuotedAndTheSignature() {
        assertThat(text("text/plain", "Hello\r\n\r\nOn Monday Ben wrote:\r\n> Old words\r\n"))
                .isEqualTo("Hello");
        assertThat(text("text/plain", "> Old words\nNew words\n-- \nAda\nExample Ltd"))
                .isEqualTo("New words");
    }

    @Test
    void readsHtmlAsText() {
        assertThat(text(
                        "text/html",
                        "<style>b{}</style><p>Two &lt; three &amp;&nbsp;four</p><div>Next<br>line</div>"
                                + "<blockquote>Old</blockquote>"))
                .isEqualTo("Two < three & four\nNext\nline");
    }

    @Test
    void givesAMailWithoutAnIdTheSameOneEachTime() {
        SortedMap<String, String> headers = headers();
        headers.remove("message-id");

        ChannelMessage once =
                channel.receive(mail(headers, "text/plain", "Hello")).get(0);
        ChannelMessage again =
                channel.receive(mail(headers, "text/plain", "Hello")).get(0);
        ChannelMessage other =
                channel.receive(mail(headers, "text/plain", "Bye")).get(0);

        assertThat(once.id()).isEqualTo(again.id()).isNotEqualTo(other.id());
    }

    @Test
    void composesTheReplyToAllWhoWereAddressed() {
        ChannelMessage message = read("cc", "ben@example.org", "references", "<m0@example.org>");

        Transmission reply = channel.send(
                        new OutgoingMessage("a1", "Seven", message.reply(), "tacit@example.org", NOON))
                .get(0);

        assertThat(reply.to()).isEqualTo("ada@example.org");
        assertThat(reply.headers())
                .containsEntry("Subject", "Re: Orders")
                .containsEntry("Cc", "ben@example.org")
                .containsEntry("In-Reply-To", "<m1@example.org>")
                .containsEntry("References", "<m0@example.org> <m1@example.org>");
    }

    @Test
    void keepsASubjectOnOneLine() {
        ChannelMessage message = read("subject", "Re: Orders\nBcc: eve@example.org");

        Transmission reply = channel.send(
                        new OutgoingMessage("a1", "Seven", message.reply(), "tacit@example.org", NOON))
                .get(0);

        assertThat(reply.headers())
                .containsEntry("Subject", "Re: Orders Bcc: eve@example.org")
                .hasSize(3);
    }

    @Test
    void sendsNothingWithoutARecipient() {
        assertThat(channel.send(new OutgoingMessage("a1", "Seven", new TreeMap<>(), null, NOON)))
                .isEmpty();
    }

    @Test
    void refusesALimitThatIsTooLow() {
        assertThatThrownBy(() ->
                        new EmailChannel(Configurations.of(EmailChannel.Config.class, Map.of("longest_message", 3))))
                .hasMessage("longest.message must be at least 20, got 3");
    }
}
