package tacit.api.memory;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Counts how runs went that were shown a memory, each run once. What was shown is what a context held, or what the run itself says
 * of it. Thread-safe.
 */
@ProviderType
public interface MemoryOutcomes {

    /**
     * How runs went with and without a memory, of those that somebody judged. Immutable.
     *
     * @param memoryId the memory
     * @param helpful runs that were shown it and went well
     * @param harmful runs that were shown it and failed
     * @param low the begin of the 95 % interval of the share that goes well with it, in [0, 1]
     * @param high the end of that interval
     * @param othersWell runs that were not shown it and went well
     * @param others all judged runs that were not shown it
     * @param useless whether it was shown often enough to say that runs go worse with it than without: {@code high} is below the
     *     share of the others
     */
    record Helpfulness(
            String memoryId,
            long helpful,
            long harmful,
            double low,
            double high,
            long othersWell,
            long others,
            boolean useless) {

        public Helpfulness {
            Objects.requireNonNull(memoryId, "memoryId");
            if (!(0 <= low && low <= high && high <= 1)) {
                throw new IllegalArgumentException("low and high must be in [0, 1], got " + low + " and " + high);
            }
        }

        /** In words with figures. */
        public String words() {
            String with = String.format(
                    Locale.ROOT,
                    "%d of %d runs that were shown it went well (95 %%: %.0f to %.0f %%)",
                    helpful,
                    helpful + harmful,
                    100 * low,
                    100 * high);
            return others == 0
                    ? with
                    : with + String.format(Locale.ROOT, ", %.0f %% of %d others", 100.0 * othersWell / others, others);
        }
    }

    /**
     * Notes soon which memories a context held, so that the run which names it by {@code tacit.context.id} counts for them.
     *
     * @param scope the workspace, and the user whom the context is for
     */
    void shown(Scope scope, String contextId, Collection<String> memoryIds);

    /** How runs went with a memory, by what the scope sees; empty when no judged run was shown it. */
    Optional<Helpfulness> of(Scope scope, String memoryId);

    /** The memories that judged runs were shown, those of the most runs first. */
    Page<Helpfulness> list(Scope scope, PageRequest page);
}
