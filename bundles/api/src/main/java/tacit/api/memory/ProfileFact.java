package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known about a user, before it is stored. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId whom it is about
 * @param category what it is about
 * @param text in words
 * @param source who says so
 * @param confidence in [0, 1]; null for the usual one of the source
 * @param pinned whether it comes first and is never dropped
 * @param taskId the run that it comes from; null for none
 * @param evidence where it can be looked up, at least one
 */
public record ProfileFact(
        String workspaceId,
        String userId,
        Category category,
        String text,
        Source source,
        @Nullable Double confidence,
        boolean pinned,
        @Nullable String taskId,
        List<Evidence> evidence) {

    /** What a fact is about. */
    public enum Category {
        IDENTITY,
        PREFERENCE,
        BIO,
        WORK,
        GOAL,
        /** How the agent should work with the user. */
        OPERATING,
        /** How the agent should sound. */
        VOICE,
        /** What the agent should hold the user to. */
        ACCOUNTABILITY,
        CONSTRAINT,
        OTHER
    }

    /** Who says so. */
    public enum Source {
        CONVERSATION,
        FEEDBACK,
        /** Entered by hand. */
        MANUAL
    }

    public ProfileFact {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must name at least one source");
        }
    }
}
