package tacit.surface.channels;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.channel.ChannelAgent;
import tacit.api.channel.ChannelStatus;
import tacit.api.channel.ChannelStatus.Counts;
import tacit.api.channel.ChannelStatus.State;
import tacit.api.channel.Channels;
import tacit.api.channel.OpenMessage;
import tacit.surface.channels.Inbox.Open;
import tacit.surface.channels.Troubles.Trouble;

/** Tells operators how the channels of this host do. Thread-safe. */
@Component
public final class LiveChannels implements Channels {

    private static final int MOST = 1000;

    private final Known known;
    private final Inbox inbox;
    private final Stopped stopped;
    private final Lease lease;
    private final Outbox outbox;
    private final Troubles troubles;
    private final AuditLog audit;
    private final Bell bell;
    private final Clock clock;

    @Activate
    public LiveChannels(
            @Reference Known known,
            @Reference Inbox inbox,
            @Reference Stopped stopped,
            @Reference Lease lease,
            @Reference Outbox outbox,
            @Reference Troubles troubles,
            @Reference AuditLog audit,
            @Reference Bell bell,
            @Reference Clock clock) {
        this.known = known;
        this.inbox = inbox;
        this.stopped = stopped;
        this.lease = lease;
        this.outbox = outbox;
        this.troubles = troubles;
        this.audit = audit;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public List<ChannelStatus> status() {
        return known.names().stream().map(this::status).toList();
    }

    private ChannelStatus status(String name) {
        Optional<Account> account = known.account(name);
        Optional<ChannelAgent> agent = account.flatMap(known::agent);
        Trouble last = troubles.last(name).orElse(null);
        State state = state(name, account.isPresent(), agent.isPresent());
        return new ChannelStatus(
                name,
                state,
                remark(name, state, account.orElse(null)),
                agent.map(ChannelAgent::name).orElse(null),
                account.map(one -> counts(one, agent.isPresent()))
                        .orElse(new Counts(0, 0, 0, 0, 0, troubles.refused(name))),
                last == null ? null : last.words(),
                last == null ? null : last.at());
    }

    private State state(String name, boolean configured, boolean answered) {
        if (known.channel(name).isEmpty()) {
            return State.NOT_PROVIDED;
        }
        if (!configured) {
            return State.NOT_CONFIGURED;
        }
        return answered ? State.READY : State.KEEPS_ONLY;
    }

    private String remark(String name, State state, @Nullable Account account) {
        if (account == null) {
            return state == State.NOT_PROVIDED ? "No active bundle provides it" : "No operator configured it";
        }
        if (lease.isElsewhere(account.workspaceId())) {
            return "Another host works on the messages of workspace '" + account.workspaceId() + "'";
        }
        return switch (state) {
            case NOT_PROVIDED -> "No active bundle provides it: messages wait";
            case NOT_CONFIGURED -> "No operator configured it";
            case KEEPS_ONLY -> known.missingAgent(account);
            case READY -> nowhereToSend(name, account) ? "No address is configured: answers are only recorded" : "";
        };
    }

    private boolean nowhereToSend(String name, Account account) {
        return known.channel(name)
                .filter(channel -> outbox.address(channel.traits().transport(), account) == null)
                .isPresent();
    }

    private Counts counts(Account account, boolean answered) {
        long waiting = 0;
        long sending = 0;
        String workspace = account.workspaceId();
        long kept = stopped.count(workspace, account.channel(), OpenMessage.State.KEPT);
        long failed = stopped.count(workspace, account.channel(), OpenMessage.State.FAILED);
        for (Open open : worked(account)) {
            OpenMessage.State state = open.ticket().state();
            boolean unanswered = state == OpenMessage.State.TAKEN;
            kept += state == OpenMessage.State.KEPT || (unanswered && !answered) ? 1 : 0;
            waiting += unanswered && answered ? 1 : 0;
            failed += state == OpenMessage.State.FAILED ? 1 : 0;
            sending += open.ticket().answer() != null && state != OpenMessage.State.FAILED ? 1 : 0;
        }
        return new Counts(
                waiting,
                sending,
                kept,
                failed,
                inbox.done(workspace, account.channel()),
                troubles.refused(account.channel()));
    }

    private List<Open> worked(Account account) {
        return inbox.open(account.workspaceId()).stream()
                .filter(open -> open.ticket().channel().equals(account.channel()))
                .toList();
    }

    private List<Open> open(Account account) {
        return Stream.concat(worked(account).stream(), stopped.all(account.workspaceId(), account.channel()).stream())
                .sorted(Comparator.comparing((Open open) -> open.ticket().receivedAt()))
                .toList();
    }

    @Override
    public List<OpenMessage> open(String channel, int limit) {
        Account.within("limit", limit, 1, MOST);
        if (!known.names().contains(channel)) {
            throw new IllegalArgumentException("Cannot find channel '" + channel + "'");
        }
        return known.account(channel).stream()
                .flatMap(account -> open(account).stream())
                .limit(limit)
                .map(open -> message(open.ticket()))
                .toList();
    }

    private static OpenMessage message(Ticket ticket) {
        return new OpenMessage(
                ticket.id(),
                ticket.channel(),
                ticket.state(),
                ticket.traceId(),
                ticket.attempts(),
                ticket.receivedAt(),
                ticket.waitsForAnOperator() ? null : ticket.nextAt(),
                ticket.error());
    }

    @Override
    public void retry(String id, String actor) {
        Open open = audited("retry", id, actor);
        stopped.resume(open.workspaceId(), id, clock.instant());
        bell.ring();
    }

    @Override
    public void drop(String id, String actor) {
        Open open = audited("drop", id, actor);
        stopped.drop(open.workspaceId(), id);
    }

    private Open audited(String act, String id, String actor) {
        Open open = known.workspaces().stream()
                .flatMap(workspace -> stopped.find(workspace, id).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot " + act + " message '" + id + "': no such message is kept or was given up"));
        Ticket ticket = open.ticket();
        audit.write(
                actor,
                "channel." + act,
                id,
                Map.of("workspace", open.workspaceId(), "channel", ticket.channel(), "trace", ticket.traceId()));
        return open;
    }
}
