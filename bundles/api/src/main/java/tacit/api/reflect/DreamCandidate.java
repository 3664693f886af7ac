package tacit.api.reflect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a memory that waits for somebody, and what became of it. Immutable.
 *
 * @param id of it
 * @param runId the run that proposed it first
 * @param workspaceId where
 * @param userId whose memory it is about, who alone sees it; null for everybody's
 * @param draft what is proposed, as it stands now; its evidence names all of {@code evidence}
 * @param edited what was proposed before somebody put it into other words; null for nobody did
 * @param state where it stands
 * @param evidence what it rests on, the first first
 * @param appliedId the memory that was changed or made; null before
 * @param pendingId the write that waits at the gate; null for none
 * @param resolution what was said last, or why it is not done; null for nothing
 * @param createdAt when it was proposed
 * @param updatedAt when it was changed last
 * @param reviewedAt when somebody last decided; null before
 * @param reviewedBy who; null before
 */
public record DreamCandidate(
        String id,
        String runId,
        String workspaceId,
        @Nullable String userId,
        DreamDraft draft,
        @Nullable String edited,
        DreamState state,
        List<Quote> evidence,
        @Nullable String appliedId,
        @Nullable String pendingId,
        @Nullable String resolution,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy) {

    /**
     * A piece of evidence as it is kept. Immutable.
     *
     * @param id where it stands
     * @param kind what it is
     * @param snippet at most {@link #LONGEST_SNIPPET} characters of it, without secrets
     * @param at when it was said or happened
     */
    public record Quote(String id, DreamEvidence.Kind kind, String snippet, Instant at) {

        /** The most characters of a snippet. */
        public static final int LONGEST_SNIPPET = 260;

        public Quote {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(snippet, "snippet");
            Objects.requireNonNull(at, "at");
        }
    }

    public DreamCandidate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        evidence = List.copyOf(evidence);
    }
}
