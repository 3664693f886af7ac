package tacit.adapt.learning;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.RunLearning.SkillLook;
import tacit.api.adapt.SkillCandidate;
import tacit.api.adapt.SkillPromoter;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.SkillReview;
import tacit.api.store.Scope;

/** Says which skill was proposed of what a run did, and what became of it. Thread-safe. */
@Component(service = SkillLooks.class)
public final class SkillLooks {

    private static final int MOST = 200;

    private final SkillPromoter promoter;
    private final SkillProposals proposals;

    @Activate
    public SkillLooks(@Reference SkillPromoter promoter, @Reference SkillProposals proposals) {
        this.promoter = promoter;
        this.proposals = proposals;
    }

    /** As it stands for a run; proposals are the user's own where it has one, and else the workspace's. */
    SkillLook of(Scope owner, String traceId) {
        Optional<SkillCandidate> pattern = promoter.findCandidates(owner, 1).stream()
                .filter(candidate -> candidate.traceIds().contains(traceId))
                .findFirst();
        return pattern.flatMap(candidate -> proposal(owner, candidate.patternId()))
                .map(SkillLooks::look)
                .orElseGet(() -> new SkillLook(null, "", why(owner, pattern.isPresent()), null));
    }

    private String why(Scope owner, boolean worked) {
        return worked ? promoter.preview(owner).reason() : "what it did is no pattern that worked";
    }

    private Optional<SkillProposal> proposal(Scope owner, String patternId) {
        return proposals.list(owner, null, MOST).stream()
                .filter(proposal -> patternId.equals(proposal.patternId()))
                .findFirst();
    }

    /** The proposal as it stands now; empty when there is none with that id. */
    Optional<SkillLook> find(String workspaceId, @Nullable String userId, String proposalId) {
        Optional<SkillProposal> own = proposals.find(new Scope(workspaceId, userId), proposalId);
        return own.or(() -> proposals.find(Scope.ofWorkspace(workspaceId), proposalId))
                .map(SkillLooks::look);
    }

    /** A proposal as reports tell of it. */
    static SkillLook look(SkillProposal proposal) {
        SkillReview review = proposal.review();
        String reason = review == null || review.reason() == null ? "" : review.reason();
        return new SkillLook(
                proposal.id(),
                proposal.status().name().toLowerCase(Locale.ROOT),
                reason,
                review == null ? null : review.skillName());
    }
}
