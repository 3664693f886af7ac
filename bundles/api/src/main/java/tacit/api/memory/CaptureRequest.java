package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that the archive shall keep. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId to whom it belongs, who alone finds it then; null for all of the workspace
 * @param taskId the run that it comes from; null for none
 * @param type what it is
 * @param content its words
 * @param privately whether it is private whatever it says
 * @param lane where its words come from
 * @param evidence where it comes from, at least one
 * @param origin who captures it; null for {@link ArchiveOrigin#TASK} with a run, and {@link ArchiveOrigin#UNKNOWN} without
 * @param batching whether it may be summed up with others
 * @param place where the run takes place
 */
public record CaptureRequest(
        String workspaceId,
        @Nullable String userId,
        @Nullable String taskId,
        ArchiveType type,
        String content,
        boolean privately,
        TrustLane lane,
        List<Evidence> evidence,
        @Nullable ArchiveOrigin origin,
        Batching batching,
        Place place) {

    /** How much a capture matters when captures are summed up. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH
    }

    /**
     * Whether a capture may be summed up with others.
     *
     * @param allowed whether it may at all
     * @param priority how much it matters; null to go by what it is
     * @param key those of one key are summed up together; null to go by run, or origin and time
     */
    public record Batching(
            boolean allowed,
            @Nullable Priority priority,
            @Nullable String key) {

        /** It may, by what it is. */
        public static final Batching USUAL = new Batching(true, null, null);
    }

    /**
     * Where a run takes place.
     *
     * @param subTask whether another agent runs it
     * @param retain whether it shall be remembered; null to go by {@code subTask}
     * @param audience who reads along
     * @param sharedAllowed whether a run before others may be remembered, for its owner alone
     */
    public record Place(boolean subTask, @Nullable Boolean retain, Audience.Kind audience, boolean sharedAllowed) {

        /** A run of its own, with one user. */
        public static final Place USUAL = new Place(false, null, Audience.Kind.PRIVATE, false);

        public Place {
            Objects.requireNonNull(audience, "audience");
        }

        /** Whether what happens here may be remembered, as far as the run decides. */
        public boolean retains() {
            return retain == null ? !subTask : retain;
        }
    }

    public CaptureRequest {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(batching, "batching");
        Objects.requireNonNull(place, "place");
        evidence = List.copyOf(evidence);
    }
}
