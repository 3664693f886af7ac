package tacit.surface.channels;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.channel.Channel;
import tacit.api.channel.ChannelMessage;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.OpenMessage.State;
import tacit.api.channel.RawDelivery;
import tacit.api.channel.Signing;
import tacit.api.memory.Audience;
import tacit.channel.exchange.Signatures;
import tacit.surface.channels.Refused.Why;

/**
 * Takes what comes in: checks it, has the channel read it, and returns after each message is a trace and durable. What is
 * refused leaves nothing. Thread-safe.
 */
@Component(service = Intake.class)
public final class Intake {

    private static final int LONGEST_TEXT = 200_000;

    private final Known known;
    private final Inbox inbox;
    private final Stopped stopped;
    private final TurnTraces traces;
    private final Troubles troubles;
    private final Bell bell;
    private final Clock clock;

    @Activate
    public Intake(
            @Reference Known known,
            @Reference Inbox inbox,
            @Reference Stopped stopped,
            @Reference TurnTraces traces,
            @Reference Troubles troubles,
            @Reference Bell bell,
            @Reference Clock clock) {
        this.known = known;
        this.inbox = inbox;
        this.stopped = stopped;
        this.traces = traces;
        this.troubles = troubles;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * A message that is here now.
     *
     * @param id of the message on this host
     * @param duplicate whether it was here before
     */
    public record Taken(String id, boolean duplicate) {}

    /** Takes a request that says by its signature who it is from. */
    List<Taken> webhook(String name, Function<String, @Nullable String> header, String type, String body) {
        Account account = account(name);
        Channel channel = channel(name);
        try {
            ChannelTraits traits = channel.traits();
            Signing signing = traits.signing();
            if (traits.transport() != ChannelTraits.Transport.WEBHOOK || signing == null) {
                throw new Refused(Why.UNKNOWN, "This channel takes no webhooks");
            }
            if (!account.secret().isThere()) {
                throw new Refused(Why.LATER, "The channel has no secret to check signatures with");
            }
            Instant now = clock.instant();
            String refusal = new Signatures(signing, account.secret()).refusal(header, body, now, account.tolerance());
            if (refusal != null) {
                throw new Refused(Why.NOT_BELIEVED, refusal);
            }
            SortedMap<String, String> headers = new TreeMap<>();
            for (String wanted : traits.headers()) {
                String value = isSecret(wanted, signing) ? null : header.apply(wanted);
                if (value != null) {
                    headers.put(wanted, value);
                }
            }
            return take(
                    account,
                    channel,
                    new RawDelivery(headers, List.of(new RawDelivery.Part(type, null, body)), now),
                    Belief.SIGNED);
        } catch (Refused refusal) {
            troubles.refused(name, refusal.words());
            throw refusal;
        }
    }

    // What a channel is handed is recorded, so a signature stays here, like whatever lets somebody in
    private static boolean isSecret(String header, Signing signing) {
        return header.equalsIgnoreCase(signing.signatureHeader())
                || header.equalsIgnoreCase("authorization")
                || header.equalsIgnoreCase("cookie");
    }

    /**
     * A mail as it was read.
     *
     * @param delivery what is in it
     * @param known whether the sender may be believed, if an operator listed them
     */
    public record Mail(RawDelivery delivery, boolean known) {}

    /** How sure it is who wrote. */
    private enum Belief {
        SIGNED,
        LISTED,
        NONE
    }

    /** Takes a mail, of which nobody has signed who it is from. */
    public List<Taken> mail(String name, Function<ChannelTraits, Mail> reading) {
        Account account = account(name);
        Channel channel = channel(name);
        try {
            ChannelTraits traits = channel.traits();
            if (traits.transport() != ChannelTraits.Transport.MAIL) {
                throw new Refused(Why.UNKNOWN, "This channel takes no mails");
            }
            Mail mail = reading.apply(traits);
            return take(account, channel, mail.delivery(), mail.known() ? Belief.LISTED : Belief.NONE);
        } catch (Refused refusal) {
            troubles.refused(name, refusal.words());
            throw refusal;
        }
    }

    private Account account(String name) {
        return known.account(name).orElseThrow(() -> new Refused(Why.UNKNOWN, "No such channel is configured"));
    }

    private Channel channel(String name) {
        return known.channel(name).orElseThrow(() -> new Refused(Why.LATER, "No active bundle provides this channel"));
    }

    private List<Taken> take(Account account, Channel channel, RawDelivery delivery, Belief belief) {
        List<ChannelMessage> messages;
        try {
            messages = channel.receive(delivery);
        } catch (IllegalArgumentException e) {
            throw new Refused(Why.MALFORMED, String.valueOf(e.getMessage()));
        }
        if (messages.stream().anyMatch(message -> message.text().length() > LONGEST_TEXT)) {
            throw new Refused(Why.MALFORMED, "A message must have at most " + LONGEST_TEXT + " characters");
        }
        List<Taken> taken = new ArrayList<>();
        for (ChannelMessage message : messages) {
            taken.add(take(account, message, delivery.receivedAt(), belief));
        }
        bell.ring();
        return taken;
    }

    private Taken take(Account account, ChannelMessage read, Instant at, Belief belief) {
        String channel = account.channel();
        String id = channel + "-" + digest(read.id());
        String workspace = account.workspaceId();
        if (inbox.knows(workspace, channel, id) || stopped.knows(workspace, id)) {
            return new Taken(id, true);
        }
        if (inbox.isFull(workspace, account.backlog())) {
            throw new Refused(Why.LATER, "Too many messages wait to be answered");
        }
        if (stopped.count(workspace, channel, State.FAILED) >= account.failed()) {
            throw new Refused(Why.LATER, "Too many messages failed, and wait to be retried or dropped");
        }
        String user = belief == Belief.NONE ? null : account.user(read.userId(), belief == Belief.SIGNED);
        ChannelMessage message = new ChannelMessage(
                read.id(),
                read.text(),
                user,
                channel + ":" + read.sessionId(),
                // Whoever is not known for sure is told what anybody may know
                user == null && belief != Belief.SIGNED ? Audience.Kind.PUBLIC : account.audience(read.audience()),
                read.reply());
        Ticket ticket = Ticket.taken(id, channel, message, "channel-" + id, at);
        traces.began(workspace, ticket);
        return new Taken(id, !inbox.take(workspace, ticket));
    }

    private static String digest(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
