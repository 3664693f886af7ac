package tacit.api.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which traces are wanted; null parts do not restrict. Immutable.
 *
 * @param agent the agent's exact name
 * @param taskKey the exact task
 * @param batch the exact value of {@link Attribute#BATCH}
 * @param outcome the label that counts
 * @param status where the run stands
 * @param from earliest start, inclusive
 * @param until latest start, exclusive
 * @param userId whose run it is
 * @param sessionId the exact session
 */
public record TraceFilter(
        @Nullable String agent,
        @Nullable String taskKey,
        @Nullable String batch,
        @Nullable OutcomeLabel outcome,
        @Nullable TraceStatus status,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String userId,
        @Nullable String sessionId) {

    /** Every trace. */
    public static final TraceFilter ALL = new TraceFilter(null, null, null, null, null, null, null);

    /** Of any user and session. */
    public TraceFilter(
            @Nullable String agent,
            @Nullable String taskKey,
            @Nullable String batch,
            @Nullable OutcomeLabel outcome,
            @Nullable TraceStatus status,
            @Nullable Instant from,
            @Nullable Instant until) {
        this(agent, taskKey, batch, outcome, status, from, until, null, null);
    }

    /** Every trace of one batch of runs. */
    public static TraceFilter ofBatch(String batch) {
        return new TraceFilter(null, null, batch, null, null, null, null);
    }

    /** Every trace with one outcome. */
    public static TraceFilter ofOutcome(OutcomeLabel outcome) {
        return new TraceFilter(null, null, null, outcome, null, null, null);
    }

    /** The same, of one user and one session; null for any. */
    public TraceFilter of(@Nullable String user, @Nullable String session) {
        return new TraceFilter(agent, taskKey, batch, outcome, status, from, until, user, session);
    }
}
