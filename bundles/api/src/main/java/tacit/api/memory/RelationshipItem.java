package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to remember of the dealings with a user, a contact or a company, before it is stored. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId whose dealings
 * @param layer what it belongs to
 * @param text in words
 * @param source who says so
 * @param confidence in [0, 1]
 * @param due until when, for a commitment; null for none
 * @param contactId whom it concerns outside; null for nobody
 * @param companyId which company it concerns; null for none
 * @param taskId the run that it comes from; null for none
 * @param evidence where it can be looked up, at least one
 */
public record RelationshipItem(
        String workspaceId,
        String userId,
        Layer layer,
        String text,
        Source source,
        double confidence,
        @Nullable Instant due,
        @Nullable String contactId,
        @Nullable String companyId,
        @Nullable String taskId,
        List<Evidence> evidence) {

    /** What an item belongs to. */
    public enum Layer {
        IDENTITY,
        PREFERENCES,
        CONTEXT,
        HISTORY,
        COMMITMENTS
    }

    /** Who says so. */
    public enum Source {
        CONVERSATION,
        FEEDBACK,
        TASK
    }

    public RelationshipItem {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must name at least one source");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }
}
