package tacit.surface.channels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

/**
 * Keeps messages while they are worked on, and then only that they are done. Thread-safe.
 *
 * <p>A message is open, or there is a receipt for it; for a moment it is both, and then the receipt counts. So the same
 * message is taken once, whoever delivers it how often, before and after a stop of the host.
 */
@Component(service = Inbox.class)
public final class Inbox {

    private static final String OPEN = "channel.open";
    private static final String DONE = "channel.done.";
    private static final String RECEIPT = "{}";
    private static final int AT_ONCE = 500;

    private final StateStore store;

    @Activate
    public Inbox(@Reference StateStore store) {
        this.store = store;
    }

    /** A ticket as it is stored. */
    record Open(String workspaceId, Ticket ticket) {}

    /** Whether a message is open or done. */
    boolean knows(String workspaceId, String channel, String id) {
        return store.find(Scope.ofWorkspace(workspaceId), OPEN, id).isPresent() || isDone(workspaceId, channel, id);
    }

    /** Takes a message; false when it was taken before. */
    boolean take(String workspaceId, Ticket ticket) {
        Scope scope = Scope.ofWorkspace(workspaceId);
        boolean added = store.put(scope, OPEN, ticket.id(), 0, TicketJson.write(ticket), List.of(ticket.traceId()))
                .isPresent();
        if (added && isDone(workspaceId, ticket.channel(), ticket.id())) {
            store.remove(scope, OPEN, ticket.id());
            return false;
        }
        return added;
    }

    /** Takes a message back that had been put aside; one that is here already stays as it is. */
    void add(Open open) {
        Ticket ticket = open.ticket();
        store.put(
                Scope.ofWorkspace(open.workspaceId()),
                OPEN,
                ticket.id(),
                0,
                TicketJson.write(ticket),
                List.of(ticket.traceId()));
    }

    /** Whether it was here. */
    boolean remove(Open open) {
        return store.remove(
                Scope.ofWorkspace(open.workspaceId()), OPEN, open.ticket().id());
    }

    boolean isFull(String workspaceId, int most) {
        return store.count(Scope.ofWorkspace(workspaceId), StateFilter.of(OPEN)) >= most;
    }

    boolean isDone(String workspaceId, String channel, String id) {
        return store.find(Scope.ofWorkspace(workspaceId), DONE + channel, id).isPresent();
    }

    Optional<Open> find(String workspaceId, String id) {
        return store.find(Scope.ofWorkspace(workspaceId), OPEN, id).map(Inbox::read);
    }

    /** All that are open, the oldest first. */
    List<Open> open(String workspaceId) {
        return all(store, workspaceId, OPEN);
    }

    /** All messages that are documents of a kind, the oldest first. */
    static List<Open> all(StateStore store, String workspaceId, String kind) {
        Scope scope = Scope.ofWorkspace(workspaceId);
        StateFilter filter = StateFilter.of(kind);
        List<Open> open = new ArrayList<>();
        List<StateDocument> some = store.list(scope, filter, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(document -> open.add(read(document)));
            some = some.size() < AT_ONCE
                    ? List.of()
                    : store.list(
                            scope, filter.readingOn(some.get(some.size() - 1).sequence()), AT_ONCE);
        }
        Collections.reverse(open);
        return open;
    }

    /** Changes a ticket as it stands now; empty when it is gone, because it is done or its user was forgotten. */
    Optional<Open> change(Open open, UnaryOperator<Ticket> step) {
        Scope scope = Scope.ofWorkspace(open.workspaceId());
        String id = open.ticket().id();
        Optional<StateDocument> found = store.find(scope, OPEN, id);
        while (found.isPresent()) {
            StateDocument stored = found.get();
            String content = TicketJson.write(step.apply(TicketJson.read(stored.content())));
            Optional<StateDocument> changed = store.put(scope, OPEN, id, stored.version(), content, List.of());
            if (changed.isPresent()) {
                return changed.map(Inbox::read);
            }
            found = store.find(scope, OPEN, id);
        }
        return Optional.empty();
    }

    /** Keeps nothing of a message but that it is done. */
    void done(Open open) {
        Scope scope = Scope.ofWorkspace(open.workspaceId());
        store.put(scope, DONE + open.ticket().channel(), open.ticket().id(), 0, RECEIPT, List.of());
        store.remove(scope, OPEN, open.ticket().id());
    }

    long done(String workspaceId, String channel) {
        return store.count(Scope.ofWorkspace(workspaceId), StateFilter.of(DONE + channel));
    }

    /** Forgets receipts that are older; the same message would be taken again after that. */
    int forget(String workspaceId, String channel, Instant before) {
        Scope scope = Scope.ofWorkspace(workspaceId);
        StateFilter old = new StateFilter(DONE + channel, null, before, null);
        List<StateDocument> receipts = store.list(scope, old, AT_ONCE);
        receipts.forEach(receipt -> store.remove(scope, receipt.kind(), receipt.key()));
        return receipts.size();
    }

    static Open read(StateDocument document) {
        return new Open(document.workspaceId(), TicketJson.read(document.content()));
    }
}
