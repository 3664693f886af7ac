package tacit.api.reflect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionJudgement.Permission;
import tacit.api.reflect.ReflectionJudgement.Risk;

/**
 * A run of a reflection. Immutable.
 *
 * @param id of the run
 * @param profileId whose
 * @param workspaceId where; null for the profile as a whole
 * @param targetKey what it is about
 * @param fingerprint of its evidence
 * @param reason why it was made, such as {@code pulse:RUN}
 * @param stage where it stands; guarded, see {@link Stage}
 * @param outcome what it came to; null while it has not ended
 * @param summary in words; empty while nothing is known
 * @param error null for none
 * @param winner the hypothesis that won; null for none
 * @param dispatchKind what was started; null for nothing
 * @param dispatchId the dispatch, or {@code suggestion:ID}; null for none
 * @param dispatchStatus how that stands; null for none
 * @param confidence in [0, 1]; null before it was judged
 * @param risk null before it was judged
 * @param permission null before it was judged
 * @param traceId the cycle; null before it was opened
 * @param createdAt when it began
 * @param endedAt null before
 */
public record ReflectionRun(
        String id,
        String profileId,
        @Nullable String workspaceId,
        String targetKey,
        String fingerprint,
        String reason,
        Stage stage,
        @Nullable Outcome outcome,
        String summary,
        @Nullable String error,
        @Nullable String winner,
        @Nullable String dispatchKind,
        @Nullable String dispatchId,
        @Nullable String dispatchStatus,
        @Nullable Double confidence,
        @Nullable Risk risk,
        @Nullable Permission permission,
        @Nullable String traceId,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Where a run stands: each leads to the next, and before the end to BLOCKED or FAILED; a dismissed COMPLETED one is BLOCKED. */
    public enum Stage {
        COLLECTING_EVIDENCE,
        IDEATING,
        CRITIQUING,
        SYNTHESIZING,
        DISPATCHING,
        COMPLETED,
        BLOCKED,
        FAILED;

        /** Whether it stays. */
        public boolean ended() {
            return compareTo(COMPLETED) >= 0;
        }

        /** Whether it may become the other. */
        public boolean leadsTo(Stage next) {
            if (ended()) {
                return this == COMPLETED && next == BLOCKED;
            }
            return switch (next) {
                case BLOCKED, FAILED -> true;
                case COLLECTING_EVIDENCE -> false;
                case IDEATING -> this == COLLECTING_EVIDENCE;
                case CRITIQUING -> this == IDEATING;
                case SYNTHESIZING -> this == CRITIQUING;
                case DISPATCHING -> this == SYNTHESIZING;
                case COMPLETED -> this == COLLECTING_EVIDENCE || this == SYNTHESIZING || this == DISPATCHING;
            };
        }
    }

    /** What a run comes to. */
    public enum Outcome {
        SLEEP,
        SUGGEST,
        DISPATCH,
        NOTIFY,
        DEFER,
        DISMISS,
        BLOCKED,
        FAILED
    }

    /**
     * A run with all that it was made of. Immutable.
     *
     * @param hypotheses with what became of each, the best first
     */
    public record Whole(
            ReflectionRun run,
            List<ReflectionEvidence> evidence,
            List<Judged> hypotheses,
            List<Critique> critiques,
            List<ReflectionBacklog> backlog) {

        public Whole {
            Objects.requireNonNull(run, "run");
            evidence = List.copyOf(evidence);
            hypotheses = List.copyOf(hypotheses);
            critiques = List.copyOf(critiques);
            backlog = List.copyOf(backlog);
        }
    }

    /**
     * A hypothesis and what became of it. Immutable.
     *
     * @param score null before it was judged
     * @param scored what the score is made of
     * @param whyNot why it did not win; empty for the winner and before
     */
    public record Judged(
            Hypothesis hypothesis,
            Hypothesis.State state,
            @Nullable Double score,
            List<String> scored,
            String whyNot) {

        public Judged {
            Objects.requireNonNull(hypothesis, "hypothesis");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(whyNot, "whyNot");
            scored = List.copyOf(scored);
        }
    }

    public ReflectionRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
