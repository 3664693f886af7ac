package tacit.surface.channels.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import tacit.api.channel.ChannelTraits;
import tacit.surface.channels.Intake;
import tacit.surface.channels.Refused;
import tacit.surface.channels.Troubles;

/** Reads what is new in a mailbox, and marks as seen what is durable here or can never be taken. Confined to one thread. */
final class Mailbox {

    private static final int AT_ONCE = 100;
    private static final Pattern PASSED = Pattern.compile("(?i)\\bdmarc\\s*=\\s*pass\\b");

    private final MailAccount account;
    private final Intake intake;
    private final Troubles troubles;
    private final Clock clock;

    Mailbox(MailAccount account, Intake intake, Troubles troubles, Clock clock) {
        this.account = account;
        this.intake = intake;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** Takes what is new, as far as it is taken at a time; answers how many mails it looked at. */
    int read() throws MessagingException {
        return Library.call(() -> {
            Session session = Session.getInstance(account.properties());
            try (Store store = session.getStore("imap")) {
                store.connect(account.imapHost(), account.imapPort(), account.user(), account.password());
                Folder folder = store.getFolder(account.folder());
                folder.open(Folder.READ_WRITE);
                try {
                    return read(folder);
                } finally {
                    folder.close(false);
                }
            }
        });
    }

    private int read(Folder folder) throws MessagingException {
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        Message[] some = Arrays.copyOf(unseen, Math.min(unseen.length, AT_ONCE));
        for (Message message : some) {
            if (isTaken((MimeMessage) message)) {
                message.setFlag(Flags.Flag.SEEN, true);
            }
        }
        return some.length;
    }

    /** False when it is to be read again later. */
    private boolean isTaken(MimeMessage mail) throws MessagingException {
        if (mail.getSize() > account.mostBytes()) {
            troubles.refused(account.channel(), "A mail was longer than " + account.mostBytes() + " bytes");
            return true;
        }
        try {
            intake.mail(account.channel(), traits -> mail(mail, traits));
            return true;
        } catch (Refused refusal) {
            return refusal.why() == Refused.Why.MALFORMED;
        }
    }

    private Intake.Mail mail(MimeMessage mail, ChannelTraits traits) {
        try {
            return new Intake.Mail(MailReading.of(mail, traits, clock.instant()), isKnown(mail));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Cannot read a mail", e);
        }
    }

    /** Whether whoever is said to have sent it did, as far as the server that took it can tell. */
    private boolean isKnown(MimeMessage mail) throws MessagingException {
        if (account.checkedBy().isEmpty()) {
            return true;
        }
        String[] results = mail.getHeader("Authentication-Results");
        // The topmost one is that of the server that took it last; those below it can be forged
        String topmost = results == null ? "" : MailReading.decoded(results[0]);
        return topmost.strip()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(account.checkedBy().toLowerCase(Locale.ROOT) + ";")
                && PASSED.matcher(topmost).find();
    }
}
