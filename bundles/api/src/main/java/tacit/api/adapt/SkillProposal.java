package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A skill that somebody proposes, or the retirement of one. Immutable.
 *
 * @param id {@code sp_<milliseconds>_<8 hexadecimal digits>}
 * @param version of its layout
 * @param kind what is to be done
 * @param status where it stands
 * @param problemStatement what it is for
 * @param evidence why it should help
 * @param requiredTools what the agent needs for it
 * @param riskNote what may go wrong; may be empty
 * @param draft what the skill would say
 * @param signature the same for the same proposal again
 * @param patternId the pattern of the playbook that it came of; null for none
 * @param proposer who proposed it
 * @param createdAt when
 * @param updatedAt when it was last changed
 * @param review what was decided; null while it waits
 */
public record SkillProposal(
        String id,
        int version,
        Kind kind,
        Status status,
        String problemStatement,
        List<String> evidence,
        List<String> requiredTools,
        String riskNote,
        SkillDraft draft,
        String signature,
        @Nullable String patternId,
        SkillActor proposer,
        Instant createdAt,
        Instant updatedAt,
        @Nullable SkillReview review) {

    /** What is to be done. */
    public enum Kind {
        /** A skill is to be used, in place of an earlier version of it where there is one. */
        USE,
        /** A skill is to be used no more. */
        RETIREMENT
    }

    /** Where a proposal stands; nothing leaves the last two. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED
    }

    public SkillProposal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(problemStatement, "problemStatement");
        Objects.requireNonNull(riskNote, "riskNote");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(proposer, "proposer");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        evidence = List.copyOf(evidence);
        requiredTools = List.copyOf(requiredTools);
    }
}
