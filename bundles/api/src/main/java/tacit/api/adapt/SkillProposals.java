package tacit.api.adapt;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * Skills that wait for a decision, and what was decided. Stateless: all of it lies in {@link StateStore}, with a copy of each in
 * the folder of the workspace. A scope with a user means that user's own.
 */
@Role("skill-proposals")
@ConsumerType
public interface SkillProposals {

    /** Proposes a skill. */
    SkillProposalReceipt propose(Scope scope, SkillProposalDraft draft);

    /**
     * Proposals, the newest first.
     *
     * @param status null for all
     * @param limit in [1, 1000]
     */
    List<SkillProposal> list(Scope scope, SkillProposal.@Nullable Status status, int limit);

    Optional<SkillProposal> find(Scope scope, String id);

    /**
     * Does what is proposed: a skill gets its next version, or is retired.
     *
     * @param by an operator, and not who proposed it; others are refused
     * @param skillName under which name; null for that of the draft
     * @param note why; null for nothing
     */
    SkillReviewReceipt approve(
            Scope scope, String id, SkillActor by, @Nullable String skillName, @Nullable String note);

    /**
     * Rejects what is proposed, and remembers it against its pattern.
     *
     * @param by an operator, and not who proposed it; others are refused
     */
    SkillReviewReceipt reject(Scope scope, String id, SkillActor by, String reason);

    /**
     * Looks how a draft does, and keeps the report.
     *
     * @param cases none for those that follow from the proposal itself
     * @return empty when there is no such proposal
     */
    Optional<SkillEvalReport> evaluate(Scope scope, String id, List<SkillEvalCase> cases);
}
