package tacit.api.reflect;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told. Immutable.
 *
 * @param id of it
 * @param profileId who tells
 * @param workspaceId where; null for nowhere in particular
 * @param intent why
 * @param title in a line
 * @param text in words
 * @param runId what it is about
 * @param state where it stands
 * @param reason why it waits or was held back; empty for none
 * @param createdAt when it was made
 * @param dueAt when it is shown: later than it was made in quiet hours
 * @param seenAt null before
 */
public record ReflectionNotice(
        String id,
        String profileId,
        @Nullable String workspaceId,
        ReflectionJudgement.Intent intent,
        String title,
        String text,
        String runId,
        State state,
        String reason,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant seenAt) {

    /** Where it stands: WAITING → SHOWN → SEEN; HELD stays. */
    public enum State {
        /** For the end of the quiet hours. */
        WAITING,
        SHOWN,
        SEEN,
        /** Not told, as it was switched off or too soon after another. */
        HELD
    }

    public ReflectionNotice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
