package tacit.api.trace;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/**
 * Which traces changed since they were last read, apart from what was learned from them: for the one reader that makes them
 * findable. A trace whose texts were taken back counts as changed. Thread-safe.
 */
@ProviderType
public interface TraceChanges {

    /**
     * Traces that changed since they were last read, in the order of their first arrival.
     *
     * @param limit the most to answer, at least 1
     */
    List<PendingTrace> unread(Scope scope, int limit);

    /**
     * Notes that a trace was read as it stood at that revision; a trace that changed meanwhile stays unread. Returns after the
     * note is durable.
     */
    void read(Scope scope, List<PendingTrace> traces);
}
