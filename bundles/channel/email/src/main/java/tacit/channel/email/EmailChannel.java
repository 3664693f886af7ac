package tacit.channel.email;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
import tacit.api.channel.Transmission;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;

/** Reads mails that people wrote, and composes replies in their threads. Immutable, thread-safe. */
@Component(property = Role.PROPERTY + "=channel/email")
@Designate(ocd = EmailChannel.Config.class)
public final class EmailChannel implements Channel {

    private static final String NAME = "email";
    private static final int LONGEST_SUBJECT = 200;
    private static final List<String> HEADERS = List.of(
            "auto-submitted",
            "cc",
            "date",
            "from",
            "in-reply-to",
            "list-id",
            "message-id",
            "precedence",
            "references",
            "subject",
            "to");
    private static final Pattern MACHINE = Pattern.compile("(?i)bulk|junk|auto_reply");
    private static final Pattern ANSWERED = Pattern.compile("(?i)^re:\\s.*");

    private final ChannelTraits traits;

    /** What answers may be like. */
    @ObjectClassDefinition(name = "Tacit mail channel")
    public @interface Config {

        @AttributeDefinition(name = "Longest message", description = "The most characters of a mail, at least 20")
        int longest_message() default 20_000;
    }

    @Activate
    public EmailChannel(Config config) {
        if (config.longest_message() < ChannelTraits.SHORTEST_LIMIT) {
            throw new IllegalArgumentException("longest.message must be at least " + ChannelTraits.SHORTEST_LIMIT
                    + ", got " + config.longest_message());
        }
        traits = new ChannelTraits(
                NAME,
                ChannelTraits.Transport.MAIL,
                config.longest_message(),
                new ChannelManner(
                        ChannelManner.Length.LONGER,
                        false,
                        false,
                        true,
                        "Write a mail: a greeting, a body in short paragraphs, and a close; number the points of a list"),
                HEADERS,
                null);
    }

    @Override
    public ChannelTraits traits() {
        return traits;
    }

    @Override
    public List<ChannelMessage> receive(RawDelivery delivery) {
        List<String> from = Addresses.in(delivery.header("from").orElse(""));
        if (from.size() != 1) {
            throw new IllegalArgumentException("The header From must name one sender");
        }
        String text = MailText.written(delivery);
        // Two machines that answer each other never stop
        if (fromAMachine(delivery) || text.isBlank()) {
            return List.of();
        }
        String sender = from.get(0);
        MailThread thread = MailThread.of(delivery, sender, text);
        List<String> others = Addresses.in(
                delivery.header("to").orElse("") + "," + delivery.header("cc").orElse(""));
        SortedMap<String, String> reply = new TreeMap<>(thread.reply());
        reply.put("to", sender);
        reply.put("cc", String.join(", ", others));
        reply.put("subject", subject(delivery.header("subject").orElse("")));
        return List.of(
                new ChannelMessage(thread.id(), text, sender, thread.session(), audience(delivery, others), reply));
    }

    private static boolean fromAMachine(RawDelivery delivery) {
        return delivery.header("auto-submitted")
                        .filter(value -> !value.strip().toLowerCase(Locale.ROOT).startsWith("no"))
                        .isPresent()
                || delivery.header("precedence")
                        .filter(value -> MACHINE.matcher(value.strip()).matches())
                        .isPresent();
    }

    /** A list may be read by anybody; whoever is addressed beside the host reads the answer, too. */
    private static Audience.Kind audience(RawDelivery delivery, List<String> recipients) {
        if (delivery.header("list-id").isPresent()) {
            return Audience.Kind.PUBLIC;
        }
        return recipients.size() > 1 ? Audience.Kind.GROUP : Audience.Kind.PRIVATE;
    }

    private static String subject(String subject) {
        String line = subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT);
    }

    @Override
    public List<Transmission> send(OutgoingMessage message) {
        Map<String, String> reply = message.reply();
        String to = reply.getOrDefault("to", "");
        if (to.isBlank()) {
            return List.of();
        }
        SortedMap<String, String> headers = new TreeMap<>();
        String subject = reply.getOrDefault("subject", "");
        headers.put("Subject", ANSWERED.matcher(subject).matches() ? subject : ("Re: " + subject).strip());
        List<String> others = Addresses.in(reply.getOrDefault("cc", "")).stream()
                .filter(address -> !address.equals(to) && !address.equalsIgnoreCase(message.address()))
                .toList();
        if (!others.isEmpty()) {
            headers.put("Cc", String.join(", ", others));
        }
        if (reply.containsKey(MailThread.MESSAGE)) {
            headers.put("In-Reply-To", reply.get(MailThread.MESSAGE));
            headers.put("References", reply.getOrDefault(MailThread.REFERENCES, reply.get(MailThread.MESSAGE)));
        }
        return List.of(new Transmission(message.id(), to, headers, message.text()));
    }
}
