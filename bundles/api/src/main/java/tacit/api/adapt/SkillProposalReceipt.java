package tacit.api.adapt;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a proposal. Immutable.
 *
 * @param status what was done
 * @param proposalId the new one; null when there is none
 * @param duplicateOf the one that says the same; null for none
 * @param cooldownUntil when a rejected one may be proposed again; null where it was not rejected
 * @param reason why nothing was done; empty when it was
 */
public record SkillProposalReceipt(
        Status status,
        @Nullable String proposalId,
        @Nullable String duplicateOf,
        @Nullable Instant cooldownUntil,
        String reason) {

    /** What can come of it. */
    public enum Status {
        CREATED,
        DUPLICATE,
        BLOCKED
    }

    public SkillProposalReceipt {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
    }

    /** It waits for somebody to decide. */
    public static SkillProposalReceipt created(String id) {
        return new SkillProposalReceipt(Status.CREATED, id, null, null, "");
    }

    /** There is one that says the same. */
    public static SkillProposalReceipt duplicate(String of, @Nullable Instant cooldownUntil) {
        return new SkillProposalReceipt(Status.DUPLICATE, null, of, cooldownUntil, "duplicate of " + of);
    }

    /** It can not be proposed. */
    public static SkillProposalReceipt blocked(String why) {
        return new SkillProposalReceipt(Status.BLOCKED, null, null, null, "blocked: " + why);
    }
}
