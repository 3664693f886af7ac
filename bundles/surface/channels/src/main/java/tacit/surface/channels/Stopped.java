package tacit.surface.channels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.channel.OpenMessage.State;
import tacit.api.store.Scope;
import tacit.surface.channels.Inbox.Open;

/**
 * Keeps the messages that wait for an operator, apart from those that are worked on, so that they hold nobody up. Thread-safe.
 *
 * <p>A message is here or in the inbox; for a moment it is in both, and then what the inbox says counts.
 */
@Component(service = Stopped.class)
public final class Stopped {

    private static final List<State> STATES = List.of(State.KEPT, State.FAILED);

    private final StateStore store;
    private final Inbox inbox;
    private final Object lock = new Object();

    @Activate
    public Stopped(@Reference StateStore store, @Reference Inbox inbox) {
        this.store = store;
        this.inbox = inbox;
    }

    /** Puts a message of the inbox aside; does nothing when it is gone, or goes on meanwhile. */
    void take(Open open) {
        synchronized (lock) {
            inbox.find(open.workspaceId(), open.ticket().id())
                    .filter(found -> found.ticket().waitsForAnOperator())
                    .ifPresent(this::move);
        }
    }

    private void move(Open open) {
        Scope scope = Scope.ofWorkspace(open.workspaceId());
        Ticket ticket = open.ticket();
        remove(open);
        String kind = kind(ticket.channel(), ticket.state());
        store.put(scope, kind, ticket.id(), 0, TicketJson.write(ticket), List.of(ticket.traceId()));
        if (!inbox.remove(open)) {
            // Its user was forgotten meanwhile
            remove(open);
        }
    }

    /** Has a message worked on again; false when no such message waits. */
    boolean resume(String workspaceId, String id, Instant when) {
        synchronized (lock) {
            Optional<Open> found = find(workspaceId, id);
            found.ifPresent(stopped -> {
                Open again = new Open(workspaceId, stopped.ticket().again(when));
                inbox.add(again);
                if (!remove(again)) {
                    inbox.remove(again);
                }
            });
            return found.isPresent();
        }
    }

    /** Keeps nothing of a message but that it is done; false when no such message waits. */
    boolean drop(String workspaceId, String id) {
        synchronized (lock) {
            Optional<Open> found = find(workspaceId, id);
            found.ifPresent(stopped -> {
                inbox.done(stopped);
                remove(stopped);
            });
            return found.isPresent();
        }
    }

    /** A message that waits, and does not go on already. */
    Optional<Open> find(String workspaceId, String id) {
        synchronized (lock) {
            Optional<Open> open = inbox.find(workspaceId, id);
            open.filter(found -> found.ticket().waitsForAnOperator()).ifPresent(this::move);
            boolean goesOn =
                    open.filter(found -> !found.ticket().waitsForAnOperator()).isPresent();
            return goesOn ? Optional.empty() : document(workspaceId, id).map(Inbox::read);
        }
    }

    boolean knows(String workspaceId, String id) {
        return document(workspaceId, id).isPresent();
    }

    private Optional<StateDocument> document(String workspaceId, String id) {
        String channel = id.substring(0, Math.max(0, id.lastIndexOf('-')));
        return STATES.stream()
                .flatMap(state -> store.find(Scope.ofWorkspace(workspaceId), kind(channel, state), id).stream())
                .findFirst();
    }

    long count(String workspaceId, String channel, State state) {
        return store.count(Scope.ofWorkspace(workspaceId), StateFilter.of(kind(channel, state)));
    }

    /** All that wait, the oldest of each state first. */
    List<Open> all(String workspaceId, String channel) {
        List<Open> all = new ArrayList<>();
        STATES.forEach(state -> all.addAll(Inbox.all(store, workspaceId, kind(channel, state))));
        return all;
    }

    private boolean remove(Open open) {
        Ticket ticket = open.ticket();
        boolean removed = false;
        for (State state : STATES) {
            removed |= store.remove(Scope.ofWorkspace(open.workspaceId()), kind(ticket.channel(), state), ticket.id());
        }
        return removed;
    }

    private static String kind(String channel, State state) {
        return "channel." + state.name().toLowerCase(Locale.ROOT) + "." + channel;
    }
}
