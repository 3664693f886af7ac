package tacit.surface.channels.mail;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.channel.exchange.Secret;
import tacit.surface.channels.Account;

/** The mailbox of a channel, and the server that sends for it. Immutable, thread-safe. */
@Component(service = MailAccount.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MailAccount.Config.class, factory = true)
public final class MailAccount {

    /** Where mail is. */
    @ObjectClassDefinition(name = "Tacit mailbox")
    public @interface Config {

        @AttributeDefinition(name = "Channel", description = "The channel that reads and sends these mails")
        String channel() default "email";

        @AttributeDefinition(name = "Address", description = "Whom mails are from, such as tacit@example.org")
        String address();

        @AttributeDefinition(name = "User", description = "Who logs in at both servers; empty for nobody")
        String user() default "";

        @AttributeDefinition(name = "Password file", description = "A file that holds the password")
        String password_file() default "";

        @AttributeDefinition(name = "Password variable", description = "The variable that holds the password")
        String password_environment() default "";

        @AttributeDefinition(name = "IMAP server", description = "Where mails are read")
        String imap_host();

        @AttributeDefinition(name = "IMAP port", description = "In [1, 65535]")
        int imap_port() default 993;

        @AttributeDefinition(name = "IMAP encryption", description = "implicit, starttls or none")
        String imap_tls() default "implicit";

        @AttributeDefinition(name = "Folder", description = "Whose unseen mails are read, and marked as seen")
        String folder() default "INBOX";

        @AttributeDefinition(name = "SMTP server", description = "Where mails are sent")
        String smtp_host();

        @AttributeDefinition(name = "SMTP port", description = "In [1, 65535]")
        int smtp_port() default 465;

        @AttributeDefinition(name = "SMTP encryption", description = "implicit, starttls or none")
        String smtp_tls() default "implicit";

        @AttributeDefinition(name = "Delay between looks", description = "Seconds, in [1, 86400]")
        int poll_seconds() default 60;

        @AttributeDefinition(name = "Patience", description = "Seconds for one step with a server, in [1, 600]")
        int timeout_seconds() default 30;

        @AttributeDefinition(name = "Longest mail", description = "Bytes of a mail that is read, in [1024, 50000000]")
        int most_bytes() default 5_000_000;

        @AttributeDefinition(
                name = "Checked by",
                description = "The name under which your mail server writes Authentication-Results; a sender is known"
                        + " then only where it says dmarc=pass. Empty when it writes none")
        String authentication_results() default "";
    }

    /** How a connection is kept from others' eyes. */
    enum Tls {
        IMPLICIT,
        STARTTLS,
        NONE
    }

    private final Config config;
    private final Secret password;
    private final Tls imapTls;
    private final Tls smtpTls;

    @Activate
    public MailAccount(Config config) {
        this(config, System.getenv());
    }

    MailAccount(Config config, Map<String, String> environment) {
        if (config.address() == null || !config.address().matches("[^\\s<>@,]+@[^\\s<>@,]+")) {
            throw new IllegalArgumentException("address must be one of mail, such as tacit@example.org");
        }
        given("imap.host", config.imap_host());
        given("smtp.host", config.smtp_host());
        Account.within("imap.port", config.imap_port(), 1, 65_535);
        Account.within("smtp.port", config.smtp_port(), 1, 65_535);
        Account.within("poll.seconds", config.poll_seconds(), 1, 86_400);
        Account.within("timeout.seconds", config.timeout_seconds(), 1, 600);
        Account.within("most.bytes", config.most_bytes(), 1024, 50_000_000);
        this.config = config;
        imapTls = tls("imap.tls", config.imap_tls());
        smtpTls = tls("smtp.tls", config.smtp_tls());
        password = Secret.find("password", config.password_file(), config.password_environment(), environment);
    }

    private static void given(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must be given");
        }
    }

    private static Tls tls(String name, String word) {
        return Arrays.stream(Tls.values())
                .filter(tls -> tls.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(name + " must be implicit, starttls or none, got '" + word + "'"));
    }

    String channel() {
        return config.channel();
    }

    String address() {
        return config.address().toLowerCase(Locale.ROOT);
    }

    String folder() {
        return config.folder();
    }

    Duration delay() {
        return Duration.ofSeconds(config.poll_seconds());
    }

    int mostBytes() {
        return config.most_bytes();
    }

    /** Who checks senders; empty for nobody. */
    String checkedBy() {
        return config.authentication_results().strip();
    }

    String user() {
        return config.user();
    }

    /** Goes to the servers and nowhere else. */
    String password() {
        return password.reveal();
    }

    String imapHost() {
        return config.imap_host();
    }

    int imapPort() {
        return config.imap_port();
    }

    String smtpHost() {
        return config.smtp_host();
    }

    int smtpPort() {
        return config.smtp_port();
    }

    /** What the library is told. */
    Properties properties() {
        Properties properties = new Properties();
        String millis =
                String.valueOf(Duration.ofSeconds(config.timeout_seconds()).toMillis());
        encryption(properties, "mail.imap", imapTls, millis);
        encryption(properties, "mail.smtp", smtpTls, millis);
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.smtp.auth", String.valueOf(!config.user().isEmpty()));
        properties.setProperty("mail.smtp.from", address());
        return properties;
    }

    private static void encryption(Properties properties, String protocol, Tls tls, String millis) {
        properties.setProperty(protocol + ".ssl.enable", String.valueOf(tls == Tls.IMPLICIT));
        properties.setProperty(protocol + ".starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty(protocol + ".starttls.required", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty(protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty(protocol + ".connectiontimeout", millis);
        properties.setProperty(protocol + ".timeout", millis);
        properties.setProperty(protocol + ".writetimeout", millis);
    }
}
