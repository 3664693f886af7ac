package tacit.api.reflect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a dream is made from: either what everybody in a workspace may see, or what belongs to one user. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId whose evidence it is; null for everybody's. What is dreamt of a user's words is for that user alone
 * @param now the time
 * @param instructions what to look for; empty for what is usual
 * @param evidence observations, then transcripts, then spans
 * @param entries curated entries that hold
 * @param fates what became of earlier candidates
 */
public record DreamingSituation(
        String workspaceId,
        @Nullable String userId,
        Instant now,
        String instructions,
        List<DreamEvidence> evidence,
        List<DreamEntry> entries,
        List<DreamFate> fates) {

    /** The most observations that are looked at. */
    public static final int MOST_OBSERVATIONS = 40;

    /** The most passages of transcripts. */
    public static final int MOST_TRANSCRIPTS = 20;

    /** The most spans. */
    public static final int MOST_SPANS = 30;

    /** The most curated entries. */
    public static final int MOST_ENTRIES = 100;

    public DreamingSituation {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(instructions, "instructions");
        evidence = List.copyOf(evidence);
        entries = List.copyOf(entries);
        fates = List.copyOf(fates);
    }
}
