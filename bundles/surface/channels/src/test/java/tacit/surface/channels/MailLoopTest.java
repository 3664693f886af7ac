package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tacit.channel.email.EmailChannel;
import tacit.runtime.testkit.Configurations;
import tacit.surface.channels.mail.MailAccount;
import tacit.surface.channels.mail.MailLoop;
import tacit.surface.channels.mail.MailTestAccess;

/** The thread that reads mailboxes. */
@Timeout(60)
class MailLoopTest {

    private final Rig rig = new Rig();
    private final GreenMail server = new GreenMail(ServerSetup.dynamicPort(ServerSetupTest.SMTP_IMAP));
    private MailLoop loop;

    @BeforeEach
    void open() {
        server.start();
        server.setUser("tacit@example.org", "tacit@example.org", "pa55");
        rig.with(new EmailChannel(Configurations.of(EmailChannel.Config.class, Map.of())));
        rig.with(Rig.account(Map.of("channel", "email", "secret_environment", "")));
        loop = new MailLoop(rig.intake, rig.troubles, rig.clock);
    }

    @AfterEach
    void close() throws Exception {
        MailTestAccess.stop(loop);
        server.stop();
        rig.close();
    }

    private MailAccount account(String password, Map<String, ?> more) {
        return MailTestAccess.account(server, password, more);
    }

    private void arrives(String subject) {
        GreenMailUtil.sendTextEmail(
                "tacit@example.org",
                "ada@example.org",
                subject,
                "Hello",
                server.getSmtp().getServerSetup());
    }

    private void awaitTaken(int messages) {
        while (rig.inbox.open("default").size() < messages) {
            Thread.onSpinWait();
        }
    }

    private String awaitTrouble() {
        while (rig.troubles.last("email").isEmpty()) {
            Thread.onSpinWait();
        }
        return rig.troubles.last("email").orElseThrow().words();
    }

    @Test
    void looksAgainAndAgain() {
        loop.addMailbox(account("pa55", Map.of("poll_seconds", 1)));

        arrives("One");
        awaitTaken(1);
        arrives("Two");
        awaitTaken(2);

        assertThat(rig.troubles.last("email")).isEmpty();
    }

    @Test
    void saysThatItCannotLogInAndKeepsThePasswordToItself() {
        loop.addMailbox(account("wr0ng", Map.of("poll_seconds", 1)));

        assertThat(awaitTrouble()).startsWith("Cannot read the mailbox: ").doesNotContain("wr0ng");
    }

    @Test
    void saysThatAFolderIsNotThere() {
        loop.addMailbox(account("pa55", Map.of("folder", "NOWHERE")));

        assertThat(awaitTrouble()).isEqualTo("Cannot read the mailbox: FolderNotFoundException");
    }

    @Test
    void readsOneMailboxThoughAnotherIsBroken() {
        loop.addMailbox(account("wr0ng", Map.of("poll_seconds", 1)));
        loop.addMailbox(account("pa55", Map.of("poll_seconds", 1)));
        awaitTrouble();

        arrives("One");
        awaitTaken(1);

        assertThat(rig.inbox.open("default")).hasSize(1);
    }

    @Test
    void readsNoMailboxThatIsTakenOut() throws Exception {
        MailAccount gone = account("pa55", Map.of("poll_seconds", 1));
        loop.addMailbox(gone);
        arrives("One");
        awaitTaken(1);

        loop.removeMailbox(gone);
        loop.removeMailbox(gone);
        arrives("Two");
        MailTestAccess.stop(loop);

        assertThat(rig.inbox.open("default")).hasSize(1);
    }
}
