package tacit.api.memory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/** The archive taken apart, for those who look into it and correct it. Stateless, as {@link ArchiveMemory} is. */
@Role("archive-observations")
@ConsumerType
public interface ArchiveObservations {

    /** The most characters of what stands in the place of redacted words. */
    int LONGEST_REPLACEMENT = 500;

    /** Observations, the best first where words are given, else the newest. */
    List<Observation> search(Scope scope, ObservationQuery query);

    /**
     * What was captured half an hour before and after a memory, in the order of time; empty for an unknown one.
     *
     * @param window so many on each side at most, in [1, 20]
     */
    List<Observation> timeline(Scope scope, Audience audience, String memoryId, int window);

    /**
     * Observations of these memories in their order; unknown ones, and those not for this audience, are passed over.
     *
     * @param memoryIds at most 25
     */
    List<Observation> details(Scope scope, Audience audience, List<String> memoryIds);

    /** Corrects one; empty when the scope has none of that id. */
    Optional<Observation> update(Scope scope, String memoryId, ObservationChange change);

    /**
     * Replaces the words of a memory, and removes them from every copy and from the evidence. What stands in its place is a
     * memory with an id of its own.
     *
     * @param replacement of 1 to 500 characters; null for {@code [redacted]}
     * @return what stands there now; empty when the scope has none of that id
     */
    Optional<Observation> redact(Scope scope, String memoryId, @Nullable String replacement);

    /** Takes one out of sight and keeps its words; false when the scope has none of that id. */
    boolean suppress(Scope scope, String memoryId);

    /**
     * Takes memories apart that are not yet.
     *
     * @param all whether those that are, and nobody corrected, are taken apart again
     */
    ObservationBackfill backfill(Scope scope, boolean all);

    /** How many are taken apart; changes nothing. */
    ObservationBackfill backfillStatus(Scope scope);
}
