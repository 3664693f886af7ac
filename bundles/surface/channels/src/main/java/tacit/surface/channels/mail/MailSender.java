package tacit.surface.channels.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.Transmission;
import tacit.surface.channels.Account;
import tacit.surface.channels.NotSent;
import tacit.surface.channels.NotSent.Fate;
import tacit.surface.channels.Sender;

/** Sends answers as mails. Thread-safe. */
@Component
public final class MailSender implements Sender {

    private final Map<String, MailAccount> accounts = new ConcurrentHashMap<>();
    private final Clock clock;

    @Activate
    public MailSender(@Reference Clock clock) {
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addMailbox(MailAccount mailbox) {
        accounts.put(mailbox.channel(), mailbox);
    }

    public void removeMailbox(MailAccount mailbox) {
        accounts.values().remove(mailbox);
    }

    @Override
    public ChannelTraits.Transport transport() {
        return ChannelTraits.Transport.MAIL;
    }

    /** Whoever gets a mail twice reads it twice. */
    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public @Nullable String address(Account account) {
        MailAccount mailbox = accounts.get(account.channel());
        return mailbox == null ? null : mailbox.address();
    }

    @Override
    public void send(Account account, ChannelTraits traits, Transmission transmission) throws NotSent {
        MailAccount mailbox = accounts.get(account.channel());
        if (mailbox == null) {
            throw new NotSent(Fate.LATER, "No mailbox is configured for the channel", null);
        }
        Message mail = composed(mailbox, transmission);
        try {
            Library.call(() -> {
                sent(mailbox, mail);
                return mail;
            });
        } catch (NotConnected e) {
            throw new NotSent(Fate.LATER, "The mail server cannot be reached or refuses to log in", e);
        } catch (SMTPSendFailedException e) {
            Fate fate = e.getReturnCode() >= 400 && e.getReturnCode() < 500 ? Fate.LATER : Fate.NEVER;
            throw new NotSent(fate, "The mail server answered " + e.getReturnCode(), e);
        } catch (SendFailedException e) {
            throw new NotSent(Fate.NEVER, "The mail server refuses a recipient", e);
        } catch (MessagingException e) {
            throw new NotSent(Fate.UNKNOWN, "The connection broke while a mail was sent, which may have arrived", e);
        }
    }

    /** Nothing was sent yet. */
    private static final class NotConnected extends MessagingException {

        private static final long serialVersionUID = 1L;

        NotConnected(MessagingException cause) {
            super("Not connected", cause);
        }
    }

    private static void sent(MailAccount mailbox, Message mail) throws MessagingException {
        Session session = Session.getInstance(mailbox.properties());
        try (Transport transport = session.getTransport("smtp")) {
            try {
                transport.connect(
                        mailbox.smtpHost(),
                        mailbox.smtpPort(),
                        mailbox.user().isEmpty() ? null : mailbox.user(),
                        mailbox.user().isEmpty() ? null : mailbox.password());
            } catch (MessagingException e) {
                throw new NotConnected(e);
            }
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private Message composed(MailAccount mailbox, Transmission transmission) throws NotSent {
        try {
            return Library.call(() -> {
                MimeMessage mail = new KeptId(Session.getInstance(mailbox.properties()), id(mailbox, transmission));
                mail.setFrom(new InternetAddress(mailbox.address()));
                mail.setRecipients(Message.RecipientType.TO, InternetAddress.parse(transmission.to(), true));
                for (Map.Entry<String, String> header : transmission.headers().entrySet()) {
                    set(mail, header.getKey(), header.getValue());
                }
                // Whoever answers mails by itself must say so, or two of them never stop
                mail.setHeader("Auto-Submitted", "auto-replied");
                mail.setSentDate(Date.from(clock.instant()));
                mail.setDataHandler(new DataHandler(new ByteArrayDataSource(
                        transmission.body().getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
                mail.saveChanges();
                return mail;
            });
        } catch (MessagingException e) {
            throw new NotSent(Fate.NEVER, "The channel composed a mail that cannot be sent", e);
        }
    }

    private static void set(MimeMessage mail, String name, String value) throws MessagingException {
        switch (name) {
            case "Subject" -> mail.setSubject(value, "UTF-8");
            case "Cc" -> mail.setRecipients(Message.RecipientType.CC, InternetAddress.parse(value, true));
            case "In-Reply-To", "References" -> mail.setHeader(name, value);
            default -> throw new MessagingException("Not a header of an answer");
        }
    }

    /** The same for the same answer, so that mail servers can tell. */
    private static String id(MailAccount mailbox, Transmission transmission) {
        String domain = mailbox.address().substring(mailbox.address().indexOf('@') + 1);
        return "<" + transmission.id().replaceAll("[^A-Za-z0-9.-]", "-") + "@" + domain + ">";
    }

    private static final class KeptId extends MimeMessage {

        private final String id;

        KeptId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
