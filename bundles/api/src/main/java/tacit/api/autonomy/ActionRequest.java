package tacit.api.autonomy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that an automation wants to do. Immutable.
 *
 * @param id what makes the same request the same: asked twice, it gets the same answer
 * @param profileId who wants it
 * @param workspaceId where
 * @param userId for whom; null for nobody in particular
 * @param targetKey what it is about, such as {@code workspace:ID}: autonomy is earned for it
 * @param type which kind of act
 * @param action what it does, such as {@code dispatch_task}: autonomy is earned for it
 * @param summary in a line, for who is asked
 * @param details what exactly, by name: {@code command}, {@code path}, {@code domain}, {@code url}, {@code method}, {@code headers}
 *     (one a line), {@code body}, {@code server}, {@code tool}
 * @param traceId the cycle that it is part of; null for none
 * @param evidence references
 */
public record ActionRequest(
        String id,
        String profileId,
        String workspaceId,
        @Nullable String userId,
        String targetKey,
        ApprovalType type,
        String action,
        String summary,
        Map<String, String> details,
        @Nullable String traceId,
        List<String> evidence) {

    public ActionRequest {
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(summary, "summary");
        details = Map.copyOf(details);
        evidence = List.copyOf(evidence);
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
    }
}
