package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether a stage of the core may run, and what it has produced lately. Loops ask before each unit of work and, where one is long,
 * before each step with an effect. Thread-safe; a switch is durable.
 */
@ProviderType
public interface CoreSwitches {

    /** How many runs without a product make a warning. */
    int DRY_RUNS = 20;

    /** Whether the stage and the switch for all are on. */
    boolean on(CoreStage stage);

    /** Why a stage does not run, for people; empty when it does. */
    String why(CoreStage stage);

    /**
     * Turns a switch; the audit log says so before.
     *
     * @param stage null for the one over all
     */
    void turn(@Nullable CoreStage stage, boolean on, String by, String reason);

    /**
     * Counts a run of a stage. After {@link #DRY_RUNS} in a row that produced nothing, {@link Status#warning} says so.
     *
     * @param products what came of it
     * @param whyNot what was looked at and not taken, each with its reason, such as {@code signal 12: below .72}; the last 20 are kept
     */
    void ran(CoreStage stage, int products, List<String> whyNot);

    /** Every stage in order. */
    List<Status> status();

    /**
     * How a stage stands. Immutable.
     *
     * @param stage the stage
     * @param on whether it runs
     * @param why why not; empty when it does
     * @param runs since the host started
     * @param products since the host started
     * @param dryRuns runs in a row without a product
     * @param whyNot the last reasons, the newest first
     * @param lastRunAt null before the first
     */
    record Status(
            CoreStage stage,
            boolean on,
            String why,
            long runs,
            long products,
            int dryRuns,
            List<String> whyNot,
            @Nullable Instant lastRunAt) {

        public Status {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(why, "why");
            whyNot = List.copyOf(whyNot);
        }

        /** Whether it has produced nothing for so long that somebody should look. */
        public boolean warning() {
            return on && dryRuns >= DRY_RUNS;
        }
    }
}
