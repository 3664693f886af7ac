package tacit.api.reflect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A proposal, and what people said to it. Immutable.
 *
 * @param id of it
 * @param draft what is proposed
 * @param state where it stands
 * @param score by which it is ranked
 * @param scored what the score is made of, a line each
 * @param snoozedUntil null for not
 * @param surfacedAt when it was first shown; null for never
 * @param response what was said last; null for nothing
 * @param executionId the work that came of it; null for none
 * @param createdAt when it was offered
 * @param expiresAt when it ends by itself
 */
public record Suggestion(
        String id,
        SuggestionDraft draft,
        State state,
        double score,
        List<String> scored,
        @Nullable Instant snoozedUntil,
        @Nullable Instant surfacedAt,
        @Nullable Response response,
        @Nullable String executionId,
        Instant createdAt,
        Instant expiresAt) {

    /** Where it stands: OPEN ⇄ SNOOZED, then one of the others, which stay. */
    public enum State {
        OPEN,
        SNOOZED,
        ACTED,
        DISMISSED,
        IGNORED,
        EXPIRED,
        /** A better one took its place. */
        DISPLACED
    }

    /** What people say. */
    public enum Response {
        ACTED,
        EDITED,
        SNOOZED,
        DISMISSED,
        IGNORED
    }

    public Suggestion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        scored = List.copyOf(scored);
    }
}
