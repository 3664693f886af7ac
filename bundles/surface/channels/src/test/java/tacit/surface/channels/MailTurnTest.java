package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.channel.ChannelAnswer;
import tacit.api.channel.OpenMessage.State;
import tacit.api.memory.Audience;
import tacit.channel.email.EmailChannel;
import tacit.runtime.testkit.Configurations;
import tacit.surface.channels.mail.MailTestAccess;

/** From a mail in a mailbox to the mail that answers it, over a real server. */
class MailTurnTest {

    private Rig rig;
    private GreenMail server;
    private FakeAgent agent;

    @BeforeEach
    void open() {
        rig = new Rig();
        server = new GreenMail(ServerSetup.dynamicPort(ServerSetupTest.SMTP_IMAP));
        server.start();
        server.setUser("tacit@example.org", "tacit@example.org", "pa55");
        server.setUser("ada@example.org", "ada@example.org", "other");
        agent = new FakeAgent();
        start();
    }

    @AfterEach
    void close() {
        server.stop();
        rig.close();
    }

    private void start() {
        rig.with(new EmailChannel(Configurations.of(EmailChannel.Config.class, Map.of())));
        rig.with(agent);
        rig.with(Rig.account(
                Map.of("channel", "email", "secret_environment", "", "users", new String[] {"ada@example.org = ada"})));
        rig.onlySender(MailTestAccess.sender(rig.clock, server, "pa55", Map.of()));
    }

    private int look(Map<String, ?> settings) throws Exception {
        return MailTestAccess.look(rig.intake, rig.troubles, rig.clock, server, settings);
    }

    private void arrives(String mail) throws Exception {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.stripLeading().getBytes(StandardCharsets.UTF_8)));
        server.getUserManager().getUser("tacit@example.org").deliver(message);
    }

    private static String mail(String id, String more, String text) {
        return "From: \"Lovelace, Ada\" <ada@example.org>\nTo: tacit@example.org\nMessage-ID: <" + id
                + ">\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\n" + more + "\n" + text;
    }

    private Message[] inboxOf(String user) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> recipients(message).contains(user))
                .toArray(Message[]::new);
    }

    private static String recipients(Message message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answersAMailInItsThread() throws Exception {
        arrives(mail("m1@example.org", "References: <m0@example.org>\n", "How many orders?\n\n-- \nAda"));

        assertThat(look(Map.of())).isEqualTo(1);
        rig.advance();

        Message[] answers = inboxOf("ada@example.org");
        assertThat(answers).hasSize(1);
        Message answer = answers[0];
        assertThat(answer.getSubject()).isEqualTo("Re: Grüße");
        assertThat(answer.getFrom()).extracting(Address::toString).containsExactly("tacit@example.org");
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<m1@example.org>");
        assertThat(answer.getHeader("References")[0]).contains("<m0@example.org>", "<m1@example.org>");
        assertThat(answer.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(GreenMailUtil.getBody(answer)).contains("You wrote: How many orders?");
        assertThat(rig.inbox.open("default")).isEmpty();
        assertThat(agent.turns.get(0).sessionId()).isEqualTo("email:<m0@example.org>");
        assertThat(agent.turns.get(0).audience())
                .isEqualTo(new Audience(Audience.Kind.PRIVATE, "ada", "email", null, false));
    }

    @Test
    void readsAMailOnceHoweverOftenItLooks() throws Exception {
        arrives(mail("m1@example.org", "", "Hello"));

        assertThat(look(Map.of())).isEqualTo(1);
        assertThat(look(Map.of())).as("it is seen").isZero();
        rig.restart();
        start();
        arrives(mail("m1@example.org", "", "Hello"));
        assertThat(look(Map.of())).isEqualTo(1);
        rig.advance();

        assertThat(inboxOf("ada@example.org")).hasSize(1);
    }

    @Test
    void tellsAStrangerWhatAnybodyMayKnow() throws Exception {
        arrives(mail("m1@example.org", "", "Hello").replace("ada@example.org>\nTo", "eve@example.net>\nTo"));

        look(Map.of());
        rig.advance();

        assertThat(agent.turns.get(0).audience())
                .isEqualTo(new Audience(Audience.Kind.PUBLIC, null, "email", null, false));
    }

    @Test
    void believesASenderOnlyWhereTheServerDoes() throws Exception {
        Map<String, String> checked = Map.of("authentication_results", "mx.example.org");
        arrives("Authentication-Results: mx.example.org; dmarc=fail\n" + mail("m1@example.org", "", "Hello"));
        arrives("Authentication-Results: mx.evil.net; dmarc=pass\n" + mail("m2@example.org", "", "Hello"));
        arrives("Authentication-Results: mx.example.org; spf=pass; dmarc=pass\n" + mail("m3@example.org", "", "Hello"));

        look(checked);
        rig.advance();

        assertThat(agent.turns).extracting(turn -> turn.audience().userId()).containsExactly(null, null, "ada");
    }

    @Test
    void leavesAMailUnseenThatNobodyCanTakeNow() throws Exception {
        rig.known.removeChannel(rig.known.channel("email").orElseThrow());
        arrives(mail("m1@example.org", "", "Hello"));

        look(Map.of());
        assertThat(rig.inbox.open("default")).isEmpty();
        rig.with(new EmailChannel(Configurations.of(EmailChannel.Config.class, Map.of())));
        look(Map.of());

        assertThat(rig.inbox.open("default")).hasSize(1);
    }

    @Test
    void passesOverWhatIsTooLongOrNoMailOfAPerson() throws Exception {
        arrives(mail("m1@example.org", "", "x".repeat(5000)));
        arrives(mail("m2@example.org", "Auto-Submitted: auto-replied\n", "I am away"));
        arrives(mail("m3@example.org", "", "Hello").replace("From: \"Lovelace, Ada\" <ada@example.org>", "From: x"));

        assertThat(look(Map.of("most_bytes", 2000))).isEqualTo(3);

        assertThat(look(Map.of("most_bytes", 2000))).as("all are seen").isZero();
        assertThat(rig.inbox.open("default")).isEmpty();
        assertThat(rig.status().counts().refused()).isEqualTo(2);
    }

    @Test
    void readsTheTextOfAMailWithFiles() throws Exception {
        arrives(mail("m1@example.org", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n", """
                --b
                Content-Type: multipart/alternative; boundary=c

                --c
                Content-Type: text/html; charset=utf-8

                <p>Hello <b>there</b></p>
                --c--
                --b
                Content-Type: text/plain; name=notes.txt
                Content-Disposition: attachment; filename=notes.txt

                A file
                --b--
                """));

        look(Map.of());
        rig.advance();

        assertThat(agent.turns.get(0).message()).isEqualTo("Hello there");
    }

    @Test
    void triesAgainWhenTheServerIsNotThere() throws Exception {
        arrives(mail("m1@example.org", "", "Hello"));
        look(Map.of());
        int port = server.getSmtp().getPort();
        rig.onlySender(MailTestAccess.sender(rig.clock, server, "pa55", Map.of("smtp_port", port == 1 ? 2 : 1)));
        agent.answers = turn -> ChannelAnswer.of("Hello ada");

        rig.advance();
        assertThat(rig.only().state()).isEqualTo(State.ANSWERED);
        assertThat(rig.status().lastError()).contains("cannot be reached");
        rig.onlySender(MailTestAccess.sender(rig.clock, server, "pa55", Map.of()));
        rig.clock.pass(java.time.Duration.ofMinutes(1));
        rig.advance();

        assertThat(inboxOf("ada@example.org")).hasSize(1);
        assertThat(agent.turns).hasSize(1);
    }

    @Test
    void answersAllWhoWereAddressed() throws Exception {
        arrives(mail("m1@example.org", "Cc: ben@example.org\n", "Hello all"));

        look(Map.of());
        rig.advance();

        assertThat(agent.turns.get(0).audience().kind()).isEqualTo(Audience.Kind.GROUP);
        Message answer = inboxOf("ada@example.org")[0];
        assertThat(answer.getRecipients(Message.RecipientType.CC))
                .extracting(Address::toString)
                .containsExactly("ben@example.org");
    }

    @Test
    void marksNothingAsAnsweredBeforeItIsDurable() throws Exception {
        arrives(mail("m1@example.org", "", "Hello"));
        rig.with(Rig.account(Map.of("channel", "email", "secret_environment", "", "backlog", 1)));
        arrives(mail("m2@example.org", "", "Hello again"));

        look(Map.of());

        assertThat(rig.inbox.open("default")).hasSize(1);
        assertThat(Arrays.stream(server.getReceivedMessages()).filter(MailTurnTest::seen))
                .hasSize(1);
    }

    private static boolean seen(Message message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
