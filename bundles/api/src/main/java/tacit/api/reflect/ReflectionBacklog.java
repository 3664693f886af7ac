package tacit.api.reflect;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A point that a reflection left to be done. Immutable.
 *
 * @param id of it
 * @param profileId whose
 * @param workspaceId where; null for the profile as a whole
 * @param targetKey what it is about
 * @param title in a line
 * @param summary in words
 * @param action what would be done
 * @param prompt what an executor would be told
 * @param priority the greater the sooner
 * @param state where it stands; guarded, see {@link State}
 * @param generator that had the idea
 * @param subject of its first evidence
 * @param runId that left it
 * @param dispatchId the dispatch, or {@code suggestion:ID}; null for none
 * @param reason why it stands there; empty for none
 * @param createdAt when it was left
 * @param changedAt when its state last changed
 */
public record ReflectionBacklog(
        String id,
        String profileId,
        @Nullable String workspaceId,
        String targetKey,
        String title,
        String summary,
        ReflectionAction action,
        String prompt,
        int priority,
        State state,
        String generator,
        String subject,
        String runId,
        @Nullable String dispatchId,
        String reason,
        Instant createdAt,
        Instant changedAt) {

    /** Where it stands: OPEN → DISPATCHED or REJECTED, DISPATCHED → DONE, REJECTED or OPEN again; the last two stay. */
    public enum State {
        OPEN,
        DISPATCHED,
        DONE,
        REJECTED;

        /** Whether it may become the other. */
        public boolean leadsTo(State next) {
            return (this == OPEN && (next == DISPATCHED || next == REJECTED))
                    || (this == DISPATCHED && (next == DONE || next == REJECTED || next == OPEN));
        }
    }

    public ReflectionBacklog {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(generator, "generator");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(changedAt, "changedAt");
    }
}
