package tacit.api.event;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** News of this host. Thread-safe. */
@ProviderType
public interface Events {

    /**
     * Tells of something in a workspace, or of a user of it. Never waits; news that nobody can take is counted and left out.
     *
     * @param facts ids, states and counts; no text that an agent or a user wrote
     */
    void tell(Scope scope, String kind, String subject, Map<String, String> facts);

    /** Tells of something that concerns the whole host, whatever the workspace of who listens. */
    void tellAll(String kind, String subject, Map<String, String> facts);

    /** The number of the last event; 0 before the first. */
    long latest();

    /** The number of the oldest event that is still kept; who left off before it has missed some. 1 before the first. */
    long oldest();

    /**
     * Events that a scope may see, after one of them, in their order: those of its workspace (where it names a user, only those
     * of that user) and those of the host.
     *
     * @param limit at least 1
     */
    List<Event> after(Scope scope, long sequence, int limit);

    /** How many were left out since the start, as they were no event: a kind or a subject that cannot be. */
    default long leftOut() {
        return 0;
    }

    /**
     * Tells that there is news which the scope may see, until it is closed; called on the thread where it happened, which must
     * not be held. Listeners ask {@link #after} for the news itself.
     */
    Following follow(Scope scope, Consumer<Event> listener);

    /** Somebody who is told. */
    interface Following extends AutoCloseable {

        /** Tells nothing more. */
        @Override
        void close();
    }
}
