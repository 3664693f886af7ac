package tacit.api.pulse;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that the core learnt, for people. Immutable.
 *
 * @param id of the entry
 * @param profileId whose
 * @param workspaceId where; null for none
 * @param kind which step learnt it
 * @param key what makes it the same when it is told again
 * @param summary in words, bounded and redacted
 * @param traceId the cycle that taught it; null for none
 * @param reference what else it is about, such as {@code cluster:ID}; null for nothing
 * @param at when
 */
public record Learning(
        String id,
        String profileId,
        @Nullable String workspaceId,
        Kind kind,
        String key,
        String summary,
        @Nullable String traceId,
        @Nullable String reference,
        Instant at) {

    /** Which step learnt it. */
    public enum Kind {
        MEMORY,
        DREAM,
        REFLECTION,
        SUGGESTION_RESPONSE,
        DISPATCH_RESULT,
        AUTONOMY,
        FAILURE_CLUSTER,
        EVAL_CASE,
        EXPERIMENT,
        PROMOTION,
        GATE_REJECTION
    }

    public Learning {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(at, "at");
    }
}
