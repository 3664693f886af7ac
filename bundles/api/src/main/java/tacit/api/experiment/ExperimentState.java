package tacit.api.experiment;

import java.util.Set;

/** How far a proposal has come. */
public enum ExperimentState {
    PROPOSED,
    RUNNING,
    PASSED_GATE,
    FAILED_GATE,
    /** The evidence did not decide it; it may run again when there is more. */
    INCONCLUSIVE,
    CANARY,
    PROMOTED,
    REJECTED,
    ROLLED_BACK;

    /** The states that may follow; nothing else is ever written. */
    public Set<ExperimentState> next() {
        return switch (this) {
            case PROPOSED -> Set.of(RUNNING, REJECTED);
            // A host that died while it ran leaves nothing half done: the experiment waits again.
            case RUNNING -> Set.of(PASSED_GATE, FAILED_GATE, INCONCLUSIVE, PROPOSED);
            case PASSED_GATE -> Set.of(CANARY, PROMOTED, REJECTED, RUNNING);
            case INCONCLUSIVE -> Set.of(RUNNING, REJECTED);
            case CANARY -> Set.of(PROMOTED, REJECTED, INCONCLUSIVE);
            case PROMOTED -> Set.of(ROLLED_BACK);
            case FAILED_GATE, REJECTED, ROLLED_BACK -> Set.of();
        };
    }

    /** Whether nothing follows any more. */
    public boolean ended() {
        return next().isEmpty();
    }

    /** Whether it still claims the places that it would change. */
    public boolean claims() {
        return !ended() && this != PROMOTED;
    }
}
