package tacit.api.reflect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Where people look at dreams and decide. Each act changes exactly what it says, and the audit log says so before. Thread-safe; what
 * it answers is durable. A scope with a user sees what belongs to that user, and what belongs to nobody.
 *
 * <p>Every act throws {@link IllegalArgumentException} where the scope has no such candidate, and {@link IllegalStateException}
 * where its state forbids the act.
 */
@ProviderType
public interface DreamReview {

    /** Runs, the newest first. */
    Page<DreamRun> runs(Scope scope, DreamRun.@Nullable Status status, PageRequest page);

    Optional<DreamRun> run(Scope scope, String id);

    /** Candidates, the newest first. */
    Page<DreamCandidate> list(Scope scope, Filter filter, PageRequest page);

    Optional<DreamCandidate> find(Scope scope, String id);

    /**
     * Accepts a proposed one and does it; one that was accepted and not done is tried again. It is APPLIED only if it really was
     * done: what the gate put off, and what could not be done, stays ACCEPTED and its resolution says why.
     */
    DreamCandidate accept(Scope scope, String id, String by);

    /** Puts a proposed one into other words; it stays proposed. */
    DreamCandidate edit(Scope scope, String id, String proposedValue, String by);

    /** Turns down one that is open; the fact does not come back on the same evidence. */
    DreamCandidate reject(Scope scope, String id, String by, @Nullable String reason);

    /** Puts a proposed one aside. */
    DreamCandidate archive(Scope scope, String id, String by);

    /**
     * Takes back what was done last: of an applied one the change, so that the old value stands again, and else the decision, so
     * that it is proposed again. What cannot be taken back leaves it as it was, with the reason in its resolution.
     */
    DreamCandidate undo(Scope scope, String id, String by);

    /**
     * Which candidates are wanted; what is null does not matter. Immutable.
     */
    record Filter(
            @Nullable DreamState state,
            @Nullable DreamAction action,
            @Nullable String runId) {

        /** Everything. */
        public static final Filter ALL = new Filter(null, null, null);

        public static Filter of(DreamState state) {
            return new Filter(state, null, null);
        }
    }
}
