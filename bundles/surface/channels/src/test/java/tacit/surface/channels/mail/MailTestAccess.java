package tacit.surface.channels.mail;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import tacit.runtime.testkit.Configurations;
import tacit.surface.channels.Intake;
import tacit.surface.channels.Sender;
import tacit.surface.channels.Troubles;

/** Reads and sends as the host does, with a server of a test. */
public final class MailTestAccess {

    private MailTestAccess() {}

    public static void stop(MailLoop loop) throws InterruptedException {
        loop.stop();
    }

    public static MailAccount account(GreenMail server, String password, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "address", "tacit@example.org",
                "user", "tacit@example.org",
                "password_environment", "PASSWORD",
                "imap_host", "127.0.0.1",
                "imap_port", server.getImap().getPort(),
                "imap_tls", "none",
                "smtp_host", "127.0.0.1",
                "smtp_port", server.getSmtp().getPort(),
                "smtp_tls", "none"));
        values.putAll(more);
        return new MailAccount(Configurations.of(MailAccount.Config.class, values), Map.of("PASSWORD", password));
    }

    public static Sender sender(Clock clock, GreenMail server, String password, Map<String, ?> more) {
        MailSender sender = new MailSender(clock);
        sender.addMailbox(account(server, password, more));
        return sender;
    }

    public static int look(Intake intake, Troubles troubles, Clock clock, GreenMail server, Map<String, ?> settings)
            throws Exception {
        return new Mailbox(account(server, "pa55", settings), intake, troubles, clock).read();
    }
}
