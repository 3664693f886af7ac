package tacit.api.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.gate.Verdict;

/**
 * A proposal and what became of it. Immutable.
 *
 * @param id sortable by time
 * @param workspaceId whose cases judge it
 * @param proposal what would change
 * @param before what stands now in the places that would change, in the order of {@link HarnessChange#places()}; null where
 *     a setting has its default or a role no bundle
 * @param baseGeneration the generation that it was compared with last, or was proposed against
 * @param state how far it has come
 * @param version counts the changes of state, from 1
 * @param trial what the last run of it found; null before the first
 * @param generation the generation that it was promoted to; null before
 * @param createdAt when it was proposed
 * @param changedAt when its state changed last
 */
public record Experiment(
        String id,
        String workspaceId,
        Proposal proposal,
        List<Optional<String>> before,
        long baseGeneration,
        ExperimentState state,
        long version,
        @Nullable Trial trial,
        @Nullable Long generation,
        Instant createdAt,
        Instant changedAt) {

    /**
     * What a run found.
     *
     * @param evaluator which one executed the cases
     * @param verdict the gate's
     * @param asked cases that were asked of both arms
     * @param unanswerable cases of which nothing is known, as they asked for what no record holds
     * @param quarantined ids of cases that one arm answered in two ways
     * @param sandbox the walls that were in force, in words; empty for an evaluator without a sandbox
     * @param at when it ended
     */
    public record Trial(
            String evaluator,
            Verdict verdict,
            int asked,
            int unanswerable,
            List<String> quarantined,
            List<String> sandbox,
            Instant at) {
        public Trial {
            Objects.requireNonNull(evaluator, "evaluator");
            Objects.requireNonNull(verdict, "verdict");
            quarantined = List.copyOf(quarantined);
            sandbox = List.copyOf(sandbox);
            Objects.requireNonNull(at, "at");
        }
    }

    public Experiment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(proposal, "proposal");
        before = List.copyOf(before);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(changedAt, "changedAt");
    }
}
