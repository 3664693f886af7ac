package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** The ledger of signals. Thread-safe; what it acknowledges is durable. */
@ProviderType
public interface Signals {

    /** The most drafts that are given at once. */
    int MOST_DRAFTS = 1000;

    /**
     * Keeps drafts, all or none: each is merged into a signal of the same profile, workspace and fingerprint that is still there,
     * or becomes one. A draft without a profile goes to each profile that is enabled and interested. What own work caused never
     * merges with what others told. When a profile has many of a family, further ones join one signal for the family, with their
     * number and strongest reasons.
     *
     * @return per draft, what became of it
     * @throws IllegalArgumentException when one is out of bounds, or names a profile or workspace that does not exist; says which
     */
    List<Receipt> submit(List<SignalDraft> drafts);

    /**
     * Those that wait, the last seen first: of its workspace and of all. One that expired is not there.
     *
     * @param limit in [1, 1000]
     */
    List<Signal> open(String profileId, int limit);

    /** How they would look together: families with their numbers and strongest, over all that wait, the strongest first. */
    List<FamilyCount> families(String profileId);

    Optional<Signal> find(String id);

    /**
     * Where signals stand, in the order of their ids that are known.
     *
     * @param ids at most 1000
     */
    List<Fate> fates(List<String> ids);

    /** All that were kept, whatever their state, the newest first. */
    Page<Signal> list(Filter filter, PageRequest page);

    /**
     * Ends signals that a dispatch dealt with, as they were seen: one that was told again since then stays.
     *
     * @param by the run that dealt with them
     * @return the ids of those that ended
     */
    Set<String> consume(List<Signal> seen, String by);

    /** Ends a signal without work, by the hand of an operator; false when it was not there. */
    boolean dismiss(String id, String by, String reason);

    /**
     * Puts signals off while the user works: they stay open past their time until {@link #resume}, and a summary says what waits.
     *
     * @param until the latest moment to which they are kept for it
     */
    Deferral defer(String profileId, List<Signal> seen, String reason, Instant until);

    /** What waits until the user is free; empty for nothing. */
    Optional<Deferral> deferral(String profileId);

    /** Ends a deferral; its signals are delivered now. */
    Optional<Deferral> resume(String profileId);

    /** Which families a profile hears of when they are told to nobody; all unless somebody said otherwise. */
    Set<SignalFamily> interests(String profileId);

    /** Says which families a profile wants to hear of. */
    void interest(String profileId, Set<SignalFamily> families, String by);

    /** Drops what ended or expired before a moment; answers how many. */
    int prune(Instant before);

    /** Calls of each new or stronger signal, after it is durable, on the thread that told it; close to end. */
    AutoCloseable follow(Listener listener);

    /** Who hears of new signals. */
    interface Listener {

        /** Called soon after it is durable; must return at once. */
        void told(Signal signal);
    }

    /**
     * What became of a draft. Immutable.
     *
     * @param signals one for each profile that hears of it; empty when nobody does
     * @param merged how many of them were there before
     */
    record Receipt(List<Signal> signals, int merged) {

        public Receipt {
            signals = List.copyOf(signals);
        }
    }

    /**
     * Signals of a family that wait. Immutable.
     *
     * @param signals how many
     * @param told how often they were told
     * @param strength the greatest, in [0, 1]
     */
    record FamilyCount(SignalFamily family, int signals, long told, double strength) {}

    /**
     * Where a signal stands. It is OPEN at first, DEFERRED and OPEN in turn, and ends from either as one of the others, which stay.
     */
    enum State {
        OPEN,
        DEFERRED,
        CONSUMED,
        EXPIRED,
        DISMISSED
    }

    /**
     * Where a signal stands, and how it ended. Immutable.
     *
     * @param endedAt null while it waits
     * @param by the run or the operator that ended it; null for neither
     * @param reason of the operator; null for none
     */
    record Fate(
            String id,
            State state,
            @Nullable Instant endedAt,
            @Nullable String by,
            @Nullable String reason) {

        public Fate {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(state, "state");
        }
    }

    /**
     * Which signals are wanted. Immutable.
     *
     * @param profileId null for all
     * @param workspaceId that of their profiles; null for all
     * @param family null for all
     * @param state null for all
     */
    record Filter(
            @Nullable String profileId,
            @Nullable String workspaceId,
            @Nullable SignalFamily family,
            @Nullable State state) {

        /** Everything. */
        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /**
     * What waits until the user is free. Immutable.
     *
     * @param reason such as {@code foreground_active}
     * @param summary in words, for who resumes: per family how many, how strong, and the strongest reasons
     * @param signalIds what waits
     * @param told how often they were told together
     * @param since when the first was put off
     */
    record Deferral(String profileId, String reason, String summary, List<String> signalIds, long told, Instant since) {

        public Deferral {
            Objects.requireNonNull(profileId, "profileId");
            signalIds = List.copyOf(signalIds);
        }
    }
}
