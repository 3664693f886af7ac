package tacit.api.execute;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that was given, and what became of it. Immutable.
 *
 * @param id of the execution
 * @param brief what is to be done
 * @param state where it stands; guarded, see {@link State}
 * @param approvalId what it waits for; null for nothing
 * @param executor that does it; null while none was chosen
 * @param device on which it is done; null while none was chosen
 * @param routing why this executor and this device, and what was passed over: a line each
 * @param attempts how often it was begun
 * @param result how it went; null while it has not ended, or was cancelled
 * @param createdAt when it was given
 * @param startedAt null before
 * @param endedAt null before
 */
public record Execution(
        String id,
        TaskBrief brief,
        State state,
        @Nullable String approvalId,
        @Nullable String executor,
        @Nullable String device,
        List<String> routing,
        int attempts,
        @Nullable TaskResult result,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where work stands: WAITING → QUEUED → RUNNING → one of the last three, which stay; each may become CANCELLED before. */
    public enum State {
        /** For an approval. */
        WAITING,
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        /** Whether it stays. */
        public boolean ended() {
            return this == SUCCEEDED || this == FAILED || this == CANCELLED;
        }
    }

    public Execution {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(brief, "brief");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
        routing = List.copyOf(routing);
    }
}
