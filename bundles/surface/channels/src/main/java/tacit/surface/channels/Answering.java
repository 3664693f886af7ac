package tacit.surface.channels;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.channel.Channel;
import tacit.api.channel.ChannelAgent;
import tacit.api.channel.ChannelAnswer;
import tacit.api.channel.ChannelMessage;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.ChannelTurn;
import tacit.api.channel.OutgoingMessage;
import tacit.api.channel.Transmission;
import tacit.api.experiment.Arms;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.surface.channels.Inbox.Open;

/** Has a message answered, with a context for those who will read the answer, in the manner of its channel. Thread-safe. */
@Component(service = Answering.class)
public final class Answering {

    private static final int MOST_FRAGMENTS = 50;
    private static final int LONGEST_REASON = 200;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    private final Contexts contexts;
    private final Fitting fitting;
    private final Outbox outbox;
    private final Clock clock;

    @Activate
    public Answering(
            @Reference Contexts contexts,
            @Reference Fitting fitting,
            @Reference Outbox outbox,
            @Reference Clock clock) {
        this.contexts = contexts;
        this.fitting = fitting;
        this.outbox = outbox;
        this.clock = clock;
    }

    Ticket.Answer answer(Open open, Account account, Channel channel, ChannelAgent agent) {
        ChannelMessage message = open.ticket().message();
        String unit = Arms.unit(null, message.userId(), message.sessionId());
        return Arms.serve(arms, open.workspaceId(), unit, () -> answered(open, account, channel, agent));
    }

    private Ticket.Answer answered(Open open, Account account, Channel channel, ChannelAgent agent) {
        Ticket ticket = open.ticket();
        ChannelTraits traits = channel.traits();
        fitting.introduce(open.workspaceId(), traits);
        ChannelAnswer answer = agent.answer(turn(open, account));
        Instant at = clock.instant();
        List<Transmission> transmissions = new ArrayList<>();
        List<String> messages = answer.text().isBlank()
                ? List.of()
                : fitting.fit(traits, answer.text().strip());
        for (String message : messages) {
            transmissions.addAll(channel.send(new OutgoingMessage(
                    ticket.id() + "-" + (transmissions.size() + 1),
                    message,
                    ticket.message().reply(),
                    outbox.address(traits.transport(), account),
                    at)));
        }
        return new Ticket.Answer(String.join("\n\n", messages), agent.name(), answer.outcome(), at, transmissions);
    }

    private ChannelTurn turn(Open open, Account account) {
        Ticket ticket = open.ticket();
        ChannelMessage message = ticket.message();
        Audience audience = new Audience(message.audience(), message.userId(), ticket.channel(), null, false);
        String context = account.contextTokens() == 0
                ? ""
                : contexts.context(
                                new ContextRequest(
                                        open.workspaceId(), message.text(), audience, clock.instant(), MOST_FRAGMENTS),
                                account.contextTokens())
                        .text();
        return new ChannelTurn(ticket.id(), open.workspaceId(), message.sessionId(), message.text(), context, audience);
    }

    /** Why something failed, on one short line. */
    static String reason(RuntimeException failure) {
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = words.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
