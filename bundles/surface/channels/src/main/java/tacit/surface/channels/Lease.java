package tacit.surface.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

/**
 * Lets one host of a database work on the messages of a workspace, as long as it says again and again that it does. Another one
 * goes on when that one stops, or has said nothing for the term; the clocks of both must agree to within a few seconds.
 * Thread-safe.
 */
@Component(service = Lease.class)
public final class Lease {

    static final Duration TERM = Duration.ofSeconds(15);

    private static final String KIND = "channel.lease";
    private static final String KEY = "turns";

    private final StateStore store;
    private final Clock clock;
    private final String host = UUID.randomUUID().toString();

    @Activate
    public Lease(@Reference StateStore store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Takes or renews it; false while another host has it. */
    boolean holds(String workspaceId) {
        Instant now = clock.instant();
        Optional<StateDocument> found = find(workspaceId);
        if (found.isPresent() && isMine(found.get()) && until(found.get()).isAfter(now.plus(TERM.dividedBy(2)))) {
            return true;
        }
        if (found.isPresent() && !isMine(found.get()) && until(found.get()).isAfter(now)) {
            return false;
        }
        long version = found.map(StateDocument::version).orElse(0L);
        return store.put(scope(workspaceId), KIND, KEY, version, content(now.plus(TERM)), List.of())
                .isPresent();
    }

    /** Whether another host has it now. */
    boolean isElsewhere(String workspaceId) {
        return find(workspaceId)
                .filter(lease -> !isMine(lease) && until(lease).isAfter(clock.instant()))
                .isPresent();
    }

    /** Lets another host go on at once. */
    void release(String workspaceId) {
        find(workspaceId)
                .filter(this::isMine)
                .ifPresent(lease ->
                        store.put(scope(workspaceId), KIND, KEY, lease.version(), content(clock.instant()), List.of()));
    }

    private Optional<StateDocument> find(String workspaceId) {
        return store.find(scope(workspaceId), KIND, KEY);
    }

    private static Scope scope(String workspaceId) {
        return Scope.ofWorkspace(workspaceId);
    }

    private boolean isMine(StateDocument lease) {
        return words(lease)[0].equals(host);
    }

    private static Instant until(StateDocument lease) {
        return Instant.parse(words(lease)[1]);
    }

    private String content(Instant until) {
        return "\"" + host + " " + until + "\"";
    }

    private static String[] words(StateDocument lease) {
        return lease.content().replace("\"", "").split(" ", 2);
    }
}
