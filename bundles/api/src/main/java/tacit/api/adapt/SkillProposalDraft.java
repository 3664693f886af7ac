package tacit.api.adapt;

import java.util.List;
import java.util.Objects;

/**
 * A proposal as somebody makes it; its parts are those of {@link SkillProposal}. Immutable.
 *
 * @param traceIds the runs whose words it holds
 */
public record SkillProposalDraft(
        String problemStatement,
        List<String> evidence,
        List<String> requiredTools,
        String riskNote,
        SkillDraft draft,
        SkillActor proposer,
        List<String> traceIds) {

    public SkillProposalDraft {
        Objects.requireNonNull(problemStatement, "problemStatement");
        Objects.requireNonNull(riskNote, "riskNote");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(proposer, "proposer");
        evidence = List.copyOf(evidence);
        requiredTools = List.copyOf(requiredTools);
        traceIds = List.copyOf(traceIds);
    }
}
