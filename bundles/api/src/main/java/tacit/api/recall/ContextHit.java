package tacit.api.recall;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words of a conversation that were found. Immutable.
 *
 * @param id of the message ({@code dcm_}) or the summary ({@code dcs_})
 * @param kind what it is
 * @param taskId the run
 * @param role who said it; empty for a summary
 * @param at when
 * @param sequence its place in the conversation, from 0; of a summary the first that it covers
 * @param snippet the part with the words, at most 600 characters
 * @param payloadId of the whole text ({@code dcp_}) where it is kept apart; null where it is not
 * @param sourceMessageCount how many messages a summary covers; 0 for a message
 */
public record ContextHit(
        String id,
        Kind kind,
        String taskId,
        String role,
        Instant at,
        long sequence,
        String snippet,
        @Nullable String payloadId,
        int sourceMessageCount) {

    /** What can be found. */
    public enum Kind {
        MESSAGE,
        SUMMARY
    }

    public ContextHit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(snippet, "snippet");
    }
}
