package tacit.api.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryDecision;

/**
 * What graded live runs say of a change. Immutable.
 *
 * @param experimentId the experiment whose change it is
 * @param kind what the runs are compared with
 * @param state how far it has come
 * @param role whose answers were to become better
 * @param clusterId the family of failures that the change is against; null when there is none
 * @param share the share of units that the candidate serves, in (0, 1); null for a watch
 * @param startedAt runs that started earlier are none of the change
 * @param endedAt null while it goes on
 * @param reason how it ended or what was decided, with figures; empty while nothing is
 * @param measured one for each thing that is counted: the outcome of runs, and the family where there is one
 */
public record LiveComparison(
        String experimentId,
        Kind kind,
        State state,
        String role,
        @Nullable String clusterId,
        @Nullable Double share,
        Instant startedAt,
        @Nullable Instant endedAt,
        String reason,
        List<Measured> measured) {

    /** What the runs of a change are compared with. */
    public enum Kind {
        /** Runs of the same time that what is in force serves. */
        CANARY,
        /** Runs of the time before the promotion. */
        WATCH
    }

    /** What is counted of a run. */
    public enum Measure {
        /** Success is the outcome that counts for the run. */
        OUTCOME,
        /** Success is a run without a failure of the family. */
        CLUSTER
    }

    /** How far a comparison has come. */
    public enum State {
        FOLLOWING,
        /** The runs got worse, and the change is about to be taken back. */
        HARMFUL,
        IMPROVED,
        WORSENED,
        /** The time or the runs that it had are over. */
        UNDECIDED,
        /** Somebody else changed the harness in the places of the change. */
        REPLACED,
        /** Somebody decided on the change before the runs did. */
        STOPPED;

        /** The states that may follow; nothing else is ever written. */
        public Set<State> next() {
            return switch (this) {
                case FOLLOWING -> Set.of(HARMFUL, IMPROVED, WORSENED, UNDECIDED, REPLACED, STOPPED);
                case HARMFUL -> Set.of(WORSENED, REPLACED);
                case IMPROVED, WORSENED, UNDECIDED, REPLACED, STOPPED -> Set.of();
            };
        }

        /** Whether nothing follows any more. */
        public boolean ended() {
            return next().isEmpty();
        }
    }

    /**
     * What was counted.
     *
     * @param measure what a success is
     * @param before the runs without the change
     * @param after the runs with it
     * @param low the lower end of the 95 % interval of the change of the share of successes, in [-1, 1]
     * @param high the upper end of it; both hold for a number of runs that was fixed before, so that a comparison that was
     *     decided early shows a somewhat larger change than there is
     * @param decision what the sequential test says
     */
    public record Measured(
            Measure measure, ArmTally before, ArmTally after, double low, double high, CanaryDecision decision) {

        public Measured {
            Objects.requireNonNull(measure, "measure");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(decision, "decision");
        }

        /** By how much the share of successes rose, in [-1, 1]. */
        public double change() {
            return after.share() - before.share();
        }
    }

    public LiveComparison {
        Objects.requireNonNull(experimentId, "experimentId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(reason, "reason");
        measured = List.copyOf(measured);
    }
}
