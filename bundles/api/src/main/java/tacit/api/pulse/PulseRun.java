package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record of a pulse or of a dispatch. Immutable.
 *
 * @param id of the run
 * @param parentId of a dispatch the pulse or reflection that decided it, of a step the dispatch; null for none
 * @param profileId whose
 * @param workspaceId where; null where none could be found
 * @param type what it is a run of
 * @param kind of a dispatch; null for a pulse
 * @param state where it stands; guarded: QUEUED → RUNNING → one of the others, which stay; what is queued may fail or be cancelled
 * @param source which part wanted it, such as {@code heartbeat}
 * @param reason why it was made, such as {@code scheduled_pulse}
 * @param outcome of a pulse; null for none
 * @param rule by which the pulse decided; null for none
 * @param summary in words; null for none
 * @param error null for none
 * @param executionId the execution behind it; null for none
 * @param approvalId the entry of the inbox that it went through; null for none
 * @param traceId the cycle that it is part of; null for none
 * @param evidence references
 * @param cost what it used
 * @param createdAt when it was made
 * @param startedAt null before
 * @param endedAt null before
 */
public record PulseRun(
        String id,
        @Nullable String parentId,
        String profileId,
        @Nullable String workspaceId,
        Type type,
        @Nullable DispatchKind kind,
        State state,
        String source,
        String reason,
        @Nullable PulseOutcome outcome,
        @Nullable String rule,
        @Nullable String summary,
        @Nullable String error,
        @Nullable String executionId,
        @Nullable String approvalId,
        @Nullable String traceId,
        List<String> evidence,
        Cost cost,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** What a run is of. */
    public enum Type {
        PULSE,
        DISPATCH,
        /** One point of a runbook. */
        STEP
    }

    /** Where a run stands. */
    public enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED,
        INTERRUPTED;

        /** Whether it stays. */
        public boolean ended() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * What was used. Immutable.
     *
     * @param tokens in and out
     * @param micros in millionths of a dollar
     */
    public record Cost(long tokens, long micros) {

        public static final Cost NONE = new Cost(0, 0);
    }

    public PulseRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(createdAt, "createdAt");
        evidence = List.copyOf(evidence);
    }
}
