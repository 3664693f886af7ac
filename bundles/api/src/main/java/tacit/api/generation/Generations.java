package tacit.api.generation;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The only way to change the harness. Thread-safe; one change at a time, the others wait.
 *
 * <p>Every change is in the audit log before its effect. A change that fails at any step before the commit leaves the live
 * harness exactly as it was, and no caller of a role sees an error because of a change.
 */
@ProviderType
public interface Generations {

    /** The generation that decides now; empty when none could start. */
    Optional<Generation> active();

    /** Every generation, by number. */
    List<Generation> list();

    /** Every act, oldest first. */
    List<LedgerEntry> history();

    /**
     * What differs from one generation to another.
     *
     * @throws IllegalArgumentException when there is no such generation
     */
    GenerationDiff diff(long from, long to);

    /** What an activation would do, without doing any of it. */
    ActivationPlan plan(ActivationRequest request);

    /** Makes and activates a new generation. A refusal is in the report, never an exception. */
    ActivationReport activate(ActivationRequest request);

    /**
     * Activates a generation that the ledger holds, by its jars in the store.
     *
     * @param number the generation; empty for the one that was active before the present one
     */
    ActivationReport rollBack(Optional<Long> number, String by, String reason);

    /**
     * Swaps every role to its other slot with the same bytes and back while the roles are being called, and counts what
     * happened to the calls. The harness decides as before, during and after it; the ledger is not written.
     *
     * @param swaps how often, at least 1
     */
    DrillReport drill(int swaps, String by);
}
