package tacit.api.memory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Recorded;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Decides which writes need somebody's approval, and keeps those that wait for it. Thread-safe; durable. */
@Recorded
@ProviderType
public interface WriteGate {

    /** What to do with a write; a staged one is kept before this returns. Whoever is told to do it does it. */
    GateDecision evaluate(MemoryWrite write);

    /**
     * Keeps a write for somebody's approval whatever the mode says; never answers that it may be done. The same proposal that waits
     * already is kept once.
     */
    default GateDecision propose(MemoryWrite write) {
        return new GateDecision(GateDecision.Answer.BLOCKED, null, "Nothing is kept for approval here");
    }

    /**
     * Writes that wait, or of any status, those proposed last first.
     *
     * @param status null for all
     */
    Page<PendingWrite> list(Scope scope, PendingWrite.@Nullable Status status, PageRequest page);

    Optional<PendingWrite> find(Scope scope, String id);

    /**
     * Does a write that waits, exactly as it was proposed; one that cannot be done is answered as failed with the reason.
     *
     * @throws IllegalArgumentException when the scope has none with that id, or it does not wait any more
     * @throws IllegalStateException when nothing writes to that memory now; it goes on to wait
     */
    PendingWrite approve(Scope scope, String id, String by, @Nullable String resolution);

    /**
     * Does a write that waits with another text.
     *
     * @param text replaces the payload's {@code content}
     * @throws IllegalArgumentException as {@link #approve} does
     */
    PendingWrite approveEdited(Scope scope, String id, String text, String by, @Nullable String resolution);

    /**
     * Drops a write that waits.
     *
     * @throws IllegalArgumentException as {@link #approve} does
     */
    PendingWrite reject(Scope scope, String id, String by, @Nullable String resolution);
}
