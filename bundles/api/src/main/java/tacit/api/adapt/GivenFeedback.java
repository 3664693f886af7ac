package tacit.api.adapt;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a user thought of an answer or of a whole task. Immutable.
 *
 * @param id what stands for the same feedback again
 * @param userId who thought so; null when nobody knows
 * @param taskId the run
 * @param messageId the answer within it; null for none
 * @param decision what was decided
 * @param reason one of the words of {@link Reason}, or words of the user's own; null when none was given
 * @param note further words of the user; null for none
 * @param kind what it is about
 * @param channel where it was given; null when nobody knows
 * @param at when
 */
public record GivenFeedback(
        String id,
        @Nullable String userId,
        String taskId,
        @Nullable String messageId,
        Decision decision,
        @Nullable String reason,
        @Nullable String note,
        Kind kind,
        @Nullable String channel,
        Instant at) {

    /** What can be decided. */
    public enum Decision {
        ACCEPTED,
        REJECTED,
        /** It was taken, after it had been put right. */
        EDIT,
        /** The user went on without a judgement. */
        NEXT;

        /** As it is written: {@code accepted}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What feedback can be about. */
    public enum Kind {
        MESSAGE,
        TASK
    }

    /** The reasons that have a word of their own. */
    public enum Reason {
        INCORRECT,
        TOO_VERBOSE,
        IGNORED_INSTRUCTIONS,
        WRONG_TONE,
        UNSAFE;

        /** As it is written: {@code too_verbose}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public GivenFeedback {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        if (id.isBlank() || taskId.isBlank()) {
            throw new IllegalArgumentException("id and taskId must not be blank, got '" + id + "', '" + taskId + "'");
        }
    }
}
