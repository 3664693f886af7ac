package tacit.surface.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.channel.Channel;
import tacit.api.channel.ChannelAgent;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.OpenMessage.State;
import tacit.api.channel.Transmission;
import tacit.surface.channels.Inbox.Open;
import tacit.surface.channels.NotSent.Fate;

/**
 * Takes a message as far as it goes now: has it answered, sends the answer, and writes down each step before the next. A message
 * is in the hands of one thread at a time. Thread-safe.
 */
@Component(service = Turns.class)
public final class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(30);

    /** Agents come up after the first messages of a host that starts. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Known known;
    private final Inbox inbox;
    private final Stopped stopped;
    private final Answering answering;
    private final Outbox outbox;
    private final TurnTraces traces;
    private final Troubles troubles;
    private final Clock clock;
    private final Instant startedAt;
    private final Set<String> sendingHere = ConcurrentHashMap.newKeySet();

    @Activate
    public Turns(
            @Reference Known known,
            @Reference Inbox inbox,
            @Reference Stopped stopped,
            @Reference Answering answering,
            @Reference Outbox outbox,
            @Reference TurnTraces traces,
            @Reference Troubles troubles,
            @Reference Clock clock) {
        this.known = known;
        this.inbox = inbox;
        this.stopped = stopped;
        this.answering = answering;
        this.outbox = outbox;
        this.traces = traces;
        this.troubles = troubles;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Whether there is something to do with it at this time. */
    boolean isDue(Ticket ticket) {
        Instant next = ticket.nextAt();
        return next == null || !next.isAfter(clock.instant());
    }

    /** Does what can be done with a message now. */
    void advance(Open open) {
        Optional<Open> next = Optional.of(open);
        while (next.isPresent() && isDue(next.get().ticket())) {
            next = step(next.get());
        }
    }

    private Optional<Open> step(Open open) {
        Ticket ticket = open.ticket();
        if (inbox.isDone(open.workspaceId(), ticket.channel(), ticket.id())) {
            inbox.done(open);
            return Optional.empty();
        }
        if (ticket.waitsForAnOperator()) {
            return putAside(open);
        }
        Optional<Account> account = known.account(ticket.channel());
        Optional<Channel> channel = known.channel(ticket.channel());
        if (account.isEmpty() || channel.isEmpty()) {
            return later(open, ticket.state(), "The channel is not there", FIRST_RETRY);
        }
        return switch (ticket.state()) {
            case TAKEN -> answer(open, account.get(), channel.get());
            case ANSWERED -> send(open, account.get(), channel.get().traits());
            case SENDING -> resume(open, channel.get().traits());
            case SENT -> close(open);
            case KEPT, FAILED -> Optional.empty();
        };
    }

    private Optional<Open> answer(Open open, Account account, Channel channel) {
        Optional<ChannelAgent> agent = known.agent(account);
        if (agent.isEmpty()) {
            return keep(open, known.missingAgent(account));
        }
        try {
            Ticket.Answer answer = answering.answer(open, account, channel, agent.get());
            return inbox.change(open, ticket -> ticket.answered(answer));
        } catch (RuntimeException e) {
            log.debug("Cannot answer message '{}'", open.ticket().id(), e);
            return again(open, account, State.TAKEN, "The agent did not answer: " + Answering.reason(e));
        }
    }

    private Optional<Open> keep(Open open, String reason) {
        Instant begin =
                open.ticket().receivedAt().isAfter(startedAt) ? open.ticket().receivedAt() : startedAt;
        troubles.note(open.ticket().channel(), reason);
        if (clock.instant().isBefore(begin.plus(PATIENCE))) {
            return later(open, State.TAKEN, reason, FIRST_RETRY);
        }
        return inbox.change(open, ticket -> ticket.stopped(State.KEPT, reason, clock.instant()));
    }

    /** Its trace comes first: a host that is stopped in between does both again. */
    private Optional<Open> putAside(Open open) {
        Ticket ticket = open.ticket();
        if (ticket.state() == State.KEPT) {
            traces.kept(open.workspaceId(), ticket);
        } else {
            traces.failed(open.workspaceId(), ticket);
        }
        stopped.take(open);
        return Optional.empty();
    }

    private Optional<Open> send(Open open, Account account, ChannelTraits traits) {
        Transmission transmission = open.ticket().next();
        if (transmission == null) {
            return inbox.change(open, ticket -> ticket.now(State.SENT));
        }
        sendingHere.add(open.ticket().id());
        try {
            Optional<Open> sending = inbox.change(open, ticket -> ticket.now(State.SENDING));
            if (sending.isEmpty()) {
                return sending;
            }
            outbox.send(account, traits, transmission);
            return inbox.change(open, Ticket::sentOne);
        } catch (NotSent e) {
            return unsent(open, account, e);
        } finally {
            sendingHere.remove(open.ticket().id());
        }
    }

    private Optional<Open> unsent(Open open, Account account, NotSent why) {
        String reason = String.valueOf(why.getMessage());
        return why.fate() == Fate.LATER ? again(open, account, State.ANSWERED, reason) : giveUp(open, reason);
    }

    /** The host was stopped while it sent, and nobody knows whether that arrived. */
    private Optional<Open> resume(Open open, ChannelTraits traits) {
        if (sendingHere.contains(open.ticket().id())) {
            return Optional.empty();
        }
        return outbox.repeatable(traits.transport())
                ? inbox.change(open, ticket -> ticket.now(State.ANSWERED))
                : giveUp(open, "The host was stopped while it sent the answer, which may have arrived");
    }

    private Optional<Open> close(Open open) {
        Ticket.Answer answer = open.ticket().answer();
        if (answer != null) {
            traces.answered(open.workspaceId(), open.ticket(), answer);
        }
        inbox.done(open);
        return Optional.empty();
    }

    private Optional<Open> again(Open open, Account account, State step, String reason) {
        troubles.note(open.ticket().channel(), reason);
        int attempts = open.ticket().attempts();
        if (attempts + 1 >= account.attempts()) {
            return giveUp(open, reason);
        }
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, 10));
        return later(open, step, reason, wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait);
    }

    private Optional<Open> later(Open open, State step, String reason, Duration wait) {
        Instant when = clock.instant().plus(wait);
        return inbox.change(open, ticket -> ticket.later(step, reason, when));
    }

    private Optional<Open> giveUp(Open open, String reason) {
        troubles.note(open.ticket().channel(), reason);
        return inbox.change(open, ticket -> ticket.stopped(State.FAILED, reason, clock.instant()));
    }
}
